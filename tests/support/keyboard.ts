import { expect, type Locator, type Page } from "@playwright/test";

/** Stops of a page before the wanted one; a page that needs more is itself a trouble to whoever uses the keyboard. */
const MOST_STOPS = 60;

/** Whether the element with the focus, or the frame drawn around it, shows an outline of 3 px at least. */
function readFocus() {
  const focused = document.activeElement;
  if (!focused || focused === document.body) return { isLost: true, isSeen: false, name: "" };
  const around: Element[] = [];
  for (let one: Element | null = focused; one && around.length < 5; one = one.parentElement) around.push(one);
  const isSeen = around.some((one) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(one);
    return outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 3;
  });
  return { isLost: false, isSeen, name: `${focused.tagName} ${focused.textContent?.trim().slice(0, 60)}` };
}

/** Goes on with Tab until the element has the focus. Every stop on the way must be seen. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
    const focus = await page.evaluate(readFocus);
    // After the last stop the browser's own window has its turn.
    if (!focus.isLost) expect(focus.isSeen, `the focus shows on ${focus.name}`).toBe(true);
  }
  throw new Error(`${target} was not reached within ${MOST_STOPS} stops`);
}

/** Goes to a button or link with Tab and presses Enter. */
export async function pressByKeyboard(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press("Enter");
}

/** After something changed: the focus is somewhere in the page, not dropped. */
export async function expectFocusKept(page: Page): Promise<void> {
  await expect
    .poll(async () => (await page.evaluate(readFocus)).isLost, { message: "the focus is lost" })
    .toBe(false);
}
