import type { Page, Request } from "@playwright/test";
import { expect, test } from "@/tests/support/journey";
import { lessonPath, newDevice } from "@/tests/support/learner-journey";

const isSaving = (request: Request) => request.url().includes("/api/trpc/identity.updateProfile");

/** The answer to the call that keeps this wish: on a slow machine each press may make a call of its own. */
const keeping = (page: Page, wish: string) =>
  page.waitForResponse(
    (response) => isSaving(response.request()) && (response.request().postData() ?? "").includes(wish),
  );

async function choose(page: Page, ...options: string[]) {
  await page.getByText("Texte et couleurs", { exact: true }).click();
  for (const name of options) await page.getByRole("radio", { name }).check();
}

test("how a learner likes to read follows her to another device, and back", async ({ browser, world }) => {
  const [tablet, computer] = [await newDevice(browser), await newDevice(browser)];
  for (const { context } of [tablet, computer]) await world.signIn(context, world.learnerId);
  const html = (page: Page) => page.locator("html");

  await tablet.page.goto("/fr/learn");
  const saved = keeping(tablet.page, '"contrast":"high"');
  await choose(tablet.page, "150 %", "Sombres", "Très fort");
  expect((await saved).status()).toBe(200);

  await computer.page.goto("/fr/learn");
  await expect(html(computer.page)).toHaveAttribute("data-text-size", "150");
  await expect(html(computer.page)).toHaveAttribute("data-theme", "dark");
  await expect(html(computer.page)).toHaveAttribute("data-contrast", "high");

  // A course page is the same for everybody; it too keeps what she changes, even when she leaves at once.
  await computer.page.goto(`${lessonPath()}/steps/1`);
  await expect(computer.page.getByRole("banner").getByRole("link", { name: /Odette/ })).toBeVisible();
  const savedAgain = keeping(computer.page, '"textSize":125');
  await choose(computer.page, "125 %");
  expect((await savedAgain).status()).toBe(200);

  await tablet.page.goto("/fr/learn");
  await expect(html(tablet.page)).toHaveAttribute("data-text-size", "125");
  await expect(html(tablet.page)).toHaveAttribute("data-theme", "dark");
});

test("what a visitor chooses stays in this browser, and is not asked of anybody", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => isSaving(request) && asked.push(request.url()));
  await page.goto("/fr");
  await choose(page, "200 %");
  await expect(page.locator("html")).toHaveAttribute("data-text-size", "200");
  await page.goto(`${lessonPath()}/steps/1`);
  await expect(page.locator("html")).toHaveAttribute("data-text-size", "200");
  await page.goto("/fr");
  expect(asked).toEqual([]);
});
