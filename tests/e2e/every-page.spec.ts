import type { Page } from "@playwright/test";
import { LOCALES, type Locale } from "@/db/enums";
import { expect, test, violationsOf } from "@/tests/support/journey";
import { fundingWords } from "@/tests/support/layout-words";
import { barriersOf, bringEyes } from "@/tests/support/page-reading";
import { CALLERS, type Ids, PAGES } from "@/tests/support/places";
import { addCallers } from "@/tests/support/staff-journey";

test.describe.configure({ mode: "parallel" });
// Hundreds of pages: what failed is named in the message, and a recording would take longer than the looking.
test.use({ trace: "off" });

/** A page as seen by the first who may: the visitor, else a learner, a trainer, a coordinator, an administrator. */
const SEEN = Object.entries(PAGES).flatMap(([name, { path, answers }]) => {
  const caller = CALLERS.find((one) => answers[one] === 200) ?? (name === "/[...rest]" ? "anonymous" : null);
  return caller ? [{ name, path, caller }] : [];
});
const PUBLIC = SEEN.filter(({ caller }) => caller === "anonymous");
const ROOMS = SEEN.filter(({ caller }) => caller !== "anonymous");

const WIDE = { width: 1280, height: 4000 };
const TABLET = { width: 768, height: 1024 };
const NARROW = { width: 320, height: 4000 };

/** Complaints of the browser: scripts that fail, and what the policy forbids. */
function listen(page: Page, path: string): string[] {
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    // The browser reports the page's own 404 before or after it moves there: ask what was opened, not where it is.
    const isOwnStatus =
      /status of 404/.test(message.text()) && new URL(message.location().url).pathname === path.split("?")[0];
    if (message.type() === "error" && !isOwnStatus) complaints.push(message.text());
  });
  return complaints;
}

async function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** What every page owes everybody. */
async function look(page: Page, path: string, locale: Locale, known: Set<string>) {
  const widths = locale === "fr" ? [WIDE, TABLET, NARROW] : [NARROW];
  const complaints = listen(page, path);
  const at = `${path} at`;
  await page.setViewportSize(widths[0] ?? NARROW);
  await page.goto(path);
  await expect.soft(page.locator("html"), path).toHaveAttribute("lang", locale);
  await expect.soft(page.getByRole("heading", { level: 1 }), path).toHaveCount(1);
  expect.soft(await page.title(), path).toMatch(/DigiSkiPasS/);
  const foot = page.getByRole("contentinfo");
  const { statement, disclaimer } = fundingWords(locale);
  await expect.soft(foot.getByText(statement, { exact: true }), path).toBeVisible();
  await expect.soft(foot.getByText(disclaimer, { exact: true }), path).toBeVisible();
  await expect.soft(foot.locator('svg path[fill="#FFCC00"]'), path).toBeVisible();
  for (const size of widths) {
    await page.setViewportSize(size);
    expect.soft(await sidewaysScroll(page), `${at} ${size.width}: sideways scrolling`).toBeLessThanOrEqual(0);
    if (size === TABLET) continue;
    const found = await barriersOf(page, known, { colours: locale === "fr" });
    expect.soft(found, `${at} ${size.width}`).toEqual([]);
  }
  expect.soft(complaints, path).toEqual([]);
  page.removeAllListeners();
}

for (const [who, pages] of Object.entries({ "a visitor": PUBLIC, "its own people": ROOMS })) {
  test(`every page for ${who} is fit for everybody, in every language`, async ({ browser, world }) => {
    test.setTimeout(900_000);
    const { contexts, ids } = await addCallers(browser, world);
    for (const context of Object.values(contexts)) await bringEyes(context);
    for (const { path, caller } of pages) {
      const page = await contexts[caller].newPage();
      const known = new Set<string>();
      // French first: it is looked at in every colour and width, and the others are compared with it.
      for (const locale of LOCALES) await look(page, `/${locale}${path(ids)}`, locale, known);
      await page.close();
    }
    for (const context of Object.values(contexts)) await context.close();
  });
}

const MAIN: { caller: "anonymous" | "learner" | "trainer"; path: (ids: Ids) => string }[] = [
  { caller: "anonymous", path: () => "/fr" },
  { caller: "anonymous", path: () => "/fr/sign-in" },
  { caller: "anonymous", path: () => "/fr/courses/itsme-eid/log-in/practice/log-in-computer-number" },
  { caller: "learner", path: () => "/fr/learn/passport" },
  { caller: "trainer", path: ({ cohort }) => `/fr/teach/cohorts/${cohort}` },
];

for (const reading of [
  { name: "text twice as big", saved: { textSize: "200" } },
  { name: "dark colours", saved: { theme: "dark", contrast: "normal" } },
  { name: "dark colours and strong contrast", saved: { theme: "dark", contrast: "high" } },
  { name: "light colours and strong contrast", saved: { theme: "light", contrast: "high" } },
]) {
  test(`the main pages hold with ${reading.name}`, async ({ browser, world }) => {
    test.setTimeout(120_000);
    const { contexts, ids } = await addCallers(browser, world);
    for (const { caller, path } of MAIN) {
      const page = await contexts[caller].newPage();
      await page.addInitScript(
        (saved) => localStorage.setItem("reading", JSON.stringify(saved)),
        reading.saved,
      );
      await page.setViewportSize(WIDE);
      await page.goto(path(ids));
      for (const [name, value] of Object.entries(reading.saved))
        await expect(page.locator("html")).toHaveAttribute(
          `data-${name.replace(/[A-Z]/, (letter) => `-${letter.toLowerCase()}`)}`,
          value,
        );
      expect.soft(await violationsOf(page), path(ids)).toEqual([]);
      expect.soft(await sidewaysScroll(page), `${path(ids)}: sideways scrolling`).toBeLessThanOrEqual(0);
      await page.close();
    }
    for (const context of Object.values(contexts)) await context.close();
  });
}
