import type { APIRequestContext } from "@playwright/test";
import { LOCALES } from "@/db/enums";
import { expect, test } from "@/tests/support/journey";
import { readPaper } from "@/tests/support/paper";

test.use({ trace: "off" });

const COURSE = "courses/itsme-eid";

async function linksOf(request: APIRequestContext, path: string, pattern: RegExp): Promise<string[]> {
  const html = await (await request.get(path)).text();
  return [...new Set([...html.matchAll(pattern)].map(([, place = ""]) => place))];
}

/** The sheets of all lessons and exercises that can be opened, without their language. */
async function listSheets(request: APIRequestContext): Promise<string[]> {
  const lessons = await linksOf(request, `/fr/${COURSE}`, new RegExp(`href="/fr/(${COURSE}/[a-z-]+)"`, "g"));
  const sheets: string[] = [];
  for (const lesson of lessons.filter((place) => !place.endsWith("/surprise"))) {
    const practices = new RegExp(`href="/fr/(${lesson}/practice/[a-z-]+)"`, "g");
    const exercises = await linksOf(request, `/fr/${lesson}`, practices);
    sheets.push(`${lesson}/sheet`, ...exercises.map((exercise) => `${exercise}/sheet`));
  }
  return sheets;
}

test("each sheet is one page of A4, in the language with most words", async ({ page, request }) => {
  test.setTimeout(180_000);
  const sheets = await listSheets(request);
  expect(sheets.length).toBeGreaterThan(8);
  const sizes = await Promise.all(
    sheets.map(async (sheet) => {
      const lengths = LOCALES.map(async (locale) => {
        const html = await (await request.get(`/${locale}/${sheet}`)).text();
        const words = html.replace(/<(script|style)[\s\S]*?<\/\1>/g, "").replace(/<[^>]+>/g, "");
        return { locale, length: words.length };
      });
      const byLength = (await Promise.all(lengths)).sort((one, other) => other.length - one.length);
      return { sheet, longest: byLength[0] ?? { locale: "fr" as const, length: 0 } };
    }),
  );
  sizes.sort((one, other) => other.longest.length - one.longest.length);
  const isExercise = ({ sheet }: { sheet: string }) => sheet.includes("/practice/");
  const fullest = [sizes.find(isExercise), sizes.find((one) => !isExercise(one))];
  const printed = new Set([
    ...sizes.map(({ sheet, longest }) => `/${longest.locale}/${sheet}`),
    ...fullest.flatMap((one) => LOCALES.map((locale) => `/${locale}/${one?.sheet}`)),
  ]);
  for (const path of printed) {
    await page.goto(path);
    await page.evaluate(() => document.fonts.ready);
    const { info } = readPaper(await page.pdf({ preferCSSPageSize: true, format: "A4" }));
    expect.soft(info, path).toMatch(/^Pages:\s+1$/m);
    expect.soft(info, path).toMatch(/\(A4\)/);
  }
});
