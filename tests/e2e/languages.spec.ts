import { readFileSync } from "node:fs";
import type { Locale } from "@/db/enums";
import { expect, expectAccessible, test } from "@/tests/support/journey";
import { checkPath, checkQuestions, lessonPath, practicePath } from "@/tests/support/learner-journey";

type Words = {
  learning: {
    home: { greeting: string; start: string; myPassport: string };
    lesson: { next: string; stepOf: string };
  };
  assessment: { intro: { start: string; title: string }; question: { submit: string } };
  simulation: { player: { start: string; ribbon: string; devicesLabel: string; hint: { ask: string } } };
  passport: { titleOf: string; notYet: string };
};

function wordsOf(locale: Locale): Words {
  const read = (namespace: string) =>
    JSON.parse(readFileSync(`content/messages/${locale}/${namespace}.json`, "utf8"));
  return {
    learning: read("learning"),
    assessment: read("assessment"),
    simulation: read("simulation"),
    passport: read("passport"),
  };
}

const NAMES = { nl: "Nederlands", de: "Deutsch", en: "English" } as const;

/** Words that only French has, and every page of ours would hold in French. */
const FRENCH = /\b(vous|votre|vos|étape|leçon|avec|suivant|vérifier|passeport|appeler|être|une)\b/i;

for (const locale of ["nl", "de", "en"] as const) {
  test(`a learner's pages are all in ${NAMES[locale]}`, async ({ page, context, world }) => {
    const words = wordsOf(locale);
    const expectInLanguage = async () => {
      await expect(page.locator("html")).toHaveAttribute("lang", locale);
      const text = await page.locator("body").innerText();
      // The languages are called by their own names, and the links to them say so.
      expect(text.replaceAll("Français", "")).not.toMatch(FRENCH);
      await expectAccessible(page);
    };
    await world.signIn(context, world.learnerId);
    await page.goto("/fr/learn");
    await page.getByRole("link", { name: NAMES[locale] }).click();
    await page.waitForURL(`**/${locale}/learn`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      words.learning.home.greeting.replace("{name}", "Odette"),
    );
    await expectInLanguage();

    await page.goto(`${lessonPath()}/steps/3`);
    await page.getByRole("link", { name: NAMES[locale] }).click();
    await page.waitForURL(`**${lessonPath(locale)}/steps/3`);
    const place = words.learning.lesson.stepOf.replace("{step}", "3").replace("{count}", "8");
    await expect(page.getByText(place)).toBeVisible();
    await expect(page.getByRole("link", { name: words.learning.lesson.next, exact: true })).toBeVisible();
    await expectInLanguage();

    await page.goto(practicePath(locale));
    const { player } = words.simulation;
    await page.getByRole("button", { name: player.start, exact: true }).click();
    await expect(page.getByRole("button", { name: player.hint.ask })).toBeVisible();
    await expectInLanguage();

    await page.goto(checkPath(locale));
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.assessment.intro.title);
    await page.getByRole("button", { name: words.assessment.intro.start, exact: true }).click();
    await expect(page.getByRole("group", { name: checkQuestions(locale)[0]?.prompt ?? "" })).toBeVisible();
    await page.getByRole("button", { name: words.assessment.question.submit }).click();
    await expectInLanguage();

    await page.goto(`/${locale}/learn/passport`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      words.passport.titleOf.replace("{name}", "Odette"),
    );
    await expect(page.getByText(words.passport.notYet, { exact: true }).first()).toBeVisible();
    await expectInLanguage();
  });
}
