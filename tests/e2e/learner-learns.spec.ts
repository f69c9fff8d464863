import type { Page, Route } from "@playwright/test";
import { writtenDate } from "@/server/kernel/calendar";
import { expect, expectAccessible, test } from "@/tests/support/journey";
import {
  answerRightly,
  askOnTheComputer,
  checkPath,
  checkQuestions,
  confirmOnThePhone,
  device,
  fillInRightly,
  finishOnThePhone,
  follow,
  lessonPath,
  practicePath,
  questionOf,
  savedMark,
  startPractice,
} from "@/tests/support/learner-journey";

/** Reads from the step before one to the last, and waits each time until the server knows. */
async function readToTheEnd(page: Page, count: number) {
  for (let step = 1; step <= count; step += 1) {
    await expect(page.getByText(`Étape ${step} sur ${count}`)).toBeVisible();
    await expect(savedMark(page)).toBeVisible();
    if (step < count) await follow(page, "Suivant");
  }
}

/** One competence of the passport. */
const competence = (page: Page, id: string) =>
  page
    .getByRole("main")
    .getByRole("listitem")
    .filter({ hasText: new RegExp(`^${id.replace(".", "\\.")}`) });

test("a learner reads, practises, answers, and finds the proof in her passport", async ({
  page,
  context,
  world,
}) => {
  test.setTimeout(120_000);
  await world.signIn(context, world.learnerId);
  await page.goto("/fr/learn");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Bonjour Odette");
  await expect(page.getByRole("link", { name: /Appeler Karim/ }).first()).toHaveAttribute("href", /^tel:/);
  const big = page.getByRole("main").getByRole("link", { name: "Commencer", exact: true });
  expect((await big.boundingBox())?.height).toBeGreaterThanOrEqual(64);
  await page.setViewportSize({ width: 320, height: 640 });
  const shelf = await page.getByRole("complementary", { name: "Aide" }).boundingBox();
  const place = await big.boundingBox();
  expect((place?.y ?? 640) + (place?.height ?? 0)).toBeLessThanOrEqual(shelf?.y ?? 0);
  await page.setViewportSize({ width: 1280, height: 720 });
  await expectAccessible(page);
  await big.click();
  await page.waitForURL("**/steps/1");
  await page.goto(lessonPath());
  await page.getByRole("link", { name: /^Lire la leçon/ }).click();
  await page.waitForURL(`**${lessonPath()}/steps/1`);
  await expectAccessible(page);
  await readToTheEnd(page, 8);
  await expect(page.getByRole("heading", { name: "À retenir" })).toBeVisible();

  await follow(page, "S’exercer");
  await expect(page.getByText("Gardez vos vrais codes pour vous")).toBeVisible();
  await expectAccessible(page);
  await startPractice(page);
  const [computer, phone] = [device(page, "L’ordinateur"), device(page, "Le téléphone")];
  const [left, right] = [await computer.boundingBox(), await phone.boundingBox()];
  expect(right?.x, "the phone stands beside the computer").toBeGreaterThan(
    (left?.x ?? 0) + (left?.width ?? 0),
  );
  await askOnTheComputer(page);
  await expectAccessible(page);
  await confirmOnThePhone(page);
  await finishOnThePhone(page);
  await page.getByRole("button", { name: "Voir ce que j’ai fait" }).click();
  await expect(page.getByRole("heading", { name: "C’est réussi" })).toBeFocused();
  await expect(page.getByText("Fait", { exact: true })).toHaveCount(8);
  await expect(savedMark(page)).toBeVisible();
  await expectAccessible(page);

  await follow(page, "L’exercice suivant");
  await expect(page.getByText("Gardez vos vrais codes pour vous")).toBeVisible();
  await page.goto(checkPath());
  await page.getByRole("button", { name: "Commencer" }).click();
  await expect(page.getByText(questionOf(1))).toBeVisible();
  const questions = checkQuestions();
  expect(new Set(questions.map(({ kind }) => kind)).size, "kinds of questions").toBe(8);
  for (const [index, question] of questions.entries()) {
    await expect(page.getByText(questionOf(index + 1))).toBeVisible();
    const isFirstOfItsKind = questions.findIndex(({ kind }) => kind === question.kind) === index;
    if (isFirstOfItsKind) await expectAccessible(page);
    await answerRightly(page, question);
    const isLast = index === questions.length - 1;
    await page.getByRole("button", { name: isLast ? "Voir mon résultat" : "Question suivante" }).click();
  }
  await expect(page.getByRole("main").getByText("100 %")).toBeVisible();
  await expect(page.getByText("Bravo, c’est acquis")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("main").getByRole("link", { name: "Continuer" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Bonjour Odette");
  await expect(page.getByRole("main").getByRole("link", { name: /Commencer|Continuer/ })).toBeVisible();

  await page.getByRole("link", { name: "Mon passeport" }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Passeport de Odette");
  for (const id of ["2.3", "2.6", "4.1", "4.2"]) {
    const line = competence(page, id);
    await expect(line).toContainText("Niveau 1 sur 8");
    await expect(line).toContainText(`${writtenDate("fr", new Date(), "day")} : en exercice, sans aide`);
  }
  const pages = page.getByRole("region", { name: "Les pages à remplir" });
  await expect(pages.getByRole("listitem").first()).toContainText("Pas encore");
  await expect(competence(page, "3.1")).toBeHidden();
  await page.getByText(/autres compétences, qu’aucune leçon n’enseigne encore ici$/).click();
  for (const id of ["2.1", "3.1"]) await expect(competence(page, id)).toBeVisible();
  await expect(page.getByText(/^Niveau \d sur 8/)).toHaveCount(4);
  await expectAccessible(page);
});

test("an exercise done with a hint says so in the passport", async ({ page, context, world }) => {
  await world.signIn(context, world.learnerId);
  await page.goto(practicePath());
  await startPractice(page);
  await page.getByRole("button", { name: "Un indice" }).click();
  await expect(
    device(page, "L’ordinateur").getByText("cliquez sur le bouton « Se connecter »"),
  ).toBeVisible();
  await askOnTheComputer(page);
  await confirmOnThePhone(page);
  await finishOnThePhone(page);
  await page.getByRole("button", { name: "Voir ce que j’ai fait" }).click();
  await expect(page.getByText("avec un indice", { exact: true })).toHaveCount(1);
  await expect(savedMark(page)).toBeVisible();
  await page.goto("/fr/learn/passport");
  await expect(competence(page, "2.3")).toContainText("en exercice, avec un indice");
  await expect(competence(page, "2.3")).toContainText("Niveau 1 sur 8");
});

/** Keeps the next answer on its way until it is let through, as a slow network does. */
async function holdAnswer(page: Page) {
  const address = "**/api/trpc/assessment.submitAnswer*";
  let open = () => {};
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  const handOn = async (route: Route) => {
    await gate;
    await route.continue();
  };
  await page.route(address, handOn, { times: 1 });
  return { asked: page.waitForRequest(address), letThrough: open };
}

test("the right answer is named after the kind of the question", async ({ page }) => {
  const questions = checkQuestions();
  await page.goto(checkPath());
  await page.getByRole("button", { name: "Commencer" }).click();
  for (const question of questions) {
    const several = question.kind === "multiple" && question.key.length > 1 ? question.key : null;
    if (several) {
      await page.getByRole("checkbox", { name: question.choices[several[0] ?? ""], exact: true }).check();
    } else await fillInRightly(page, question);
    await page.getByRole("button", { name: "Valider ma réponse" }).click();
    if (several) {
      await expect(page.getByText("Les bonnes réponses", { exact: true })).toBeVisible();
      await expect(page.getByText("La bonne réponse", { exact: true })).toHaveCount(0);
      return;
    }
    await page.getByRole("button", { name: /Question suivante|Voir mon résultat/ }).click();
  }
  throw new Error("no question with several right answers");
});

test("a wrong answer is explained kindly, and what to read again is said at the end", async ({
  page,
  context,
  world,
}) => {
  test.setTimeout(120_000);
  await world.signIn(context, world.learnerId);
  await page.goto(checkPath());
  await page.getByRole("button", { name: "Commencer" }).click();
  const questions = checkQuestions();
  const late = page.getByText("Votre réponse est gardée sur cet appareil.");
  for (const question of questions) {
    if (question.kind === "single") {
      const [wrong] = Object.entries(question.choices).filter(([id]) => id !== question.key);
      await page.getByRole("radio", { name: wrong?.[1] ?? "", exact: true }).check();
    } else if (question.kind === "true-false") {
      await page.getByRole("radio", { name: "Vrai" }).check();
    } else await fillInRightly(page, question);
    const held = question === questions[0] ? await holdAnswer(page) : null;
    await page.getByRole("button", { name: "Valider ma réponse" }).click();
    if (held) {
      await held.asked;
      await expect(page.getByText("Un instant, nous enregistrons…")).toBeVisible();
      await expect(late).toHaveCount(0);
      held.letThrough();
    }
    const verdict =
      question.kind === "single" || question.kind === "true-false" ? "Pas encore" : "C’est juste";
    await expect(page.getByText(verdict, { exact: true })).toBeVisible();
    if (question.id === "log-in-who-asks") {
      await expect(page.getByText("La bonne réponse", { exact: true })).toBeVisible();
      await expectAccessible(page);
    }
    await page.getByRole("button", { name: /Question suivante|Voir mon résultat/ }).click();
  }
  const right = questions.filter(({ kind }) => kind !== "single" && kind !== "true-false").length;
  await expect(page.getByText(`${Math.floor((100 * right) / questions.length)} %`)).toBeVisible();
  await expect(page.getByText("Ce n’est pas encore acquis")).toBeVisible();
  await expect(page.getByRole("heading", { name: "À relire tranquillement" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Relire la leçon" })).toBeVisible();
  await expectAccessible(page);
  await page.goto("/fr/learn/passport");
  await expect(page.getByText(/^Niveau \d sur 8/)).toHaveCount(0);
});
