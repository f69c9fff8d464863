import { and, eq } from "drizzle-orm";
import { learnerEvents } from "@/db/schema/learning";
import { expect, expectAccessible, test, type World } from "@/tests/support/journey";
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
  newDevice,
  practicePath,
  questionOf,
  savedMark,
  startPractice,
} from "@/tests/support/learner-journey";

const answersOf = (world: World) =>
  world.database
    .select()
    .from(learnerEvents)
    .where(and(eq(learnerEvents.personId, world.learnerId), eq(learnerEvents.kind, "answer-given")));

test("reading goes on at the same step on another device", async ({ browser, world }) => {
  const tablet = await newDevice(browser);
  await world.signIn(tablet.context, world.learnerId);
  await tablet.page.goto(`${lessonPath()}/steps/1`);
  for (const step of [1, 2, 3]) {
    await expect(tablet.page.getByText(`Étape ${step} sur 8`)).toBeVisible();
    await expect(savedMark(tablet.page)).toBeVisible();
    if (step < 3) await follow(tablet.page, "Suivant");
  }
  await tablet.context.close();

  const { context, page } = await newDevice(browser);
  await world.signIn(context, world.learnerId);
  await page.goto("/fr/learn");
  await expect(page.getByText("Étape 3 sur 8")).toBeVisible();
  await expectAccessible(page);
  await page.goto(lessonPath());
  await expect(page.getByText("En cours")).toBeVisible();
  await expectAccessible(page);
  await page.goto("/fr/learn");
  await page.getByRole("main").getByRole("link", { name: "Continuer" }).click();
  await page.waitForURL("**/steps/3");
});

test("an exercise goes on where it was, on another device", async ({ browser, world }) => {
  const library = await newDevice(browser);
  await world.signIn(library.context, world.learnerId);
  await library.page.goto(practicePath());
  await startPractice(library.page);
  await askOnTheComputer(library.page);
  await expect(savedMark(library.page)).toBeVisible();
  await library.context.close();

  const { context, page } = await newDevice(browser);
  await world.signIn(context, world.learnerId);
  await page.goto(practicePath());
  await expect(page.getByText("Étape 4 sur 8")).toBeVisible();
  await expect(device(page, "L’ordinateur").getByText("Prouvez que c’est vous")).toBeVisible();
  await confirmOnThePhone(page);
  await finishOnThePhone(page);
  await expect(savedMark(page)).toBeVisible();
  await page.goto("/fr/learn/passport");
  await expect(page.getByText("en exercice, sans aide").first()).toBeVisible();
});

test("questions go on at the next one, on another device", async ({ browser, world }) => {
  const [first, second, third] = checkQuestions();
  if (!(first && second && third)) throw new Error("the check has fewer than three questions");
  const home = await newDevice(browser);
  await world.signIn(home.context, world.learnerId);
  await home.page.goto(checkPath());
  await home.page.getByRole("button", { name: "Commencer" }).click();
  await answerRightly(home.page, first);
  await home.page.getByRole("button", { name: "Question suivante" }).click();
  await answerRightly(home.page, second);
  await home.context.close();

  const { context, page } = await newDevice(browser);
  await world.signIn(context, world.learnerId);
  await page.goto("/fr/learn");
  await page.goto(checkPath());
  await page.getByRole("button", { name: "Reprendre à la question 3" }).click();
  await expect(page.getByText(questionOf(3))).toBeVisible();
  await answerRightly(page, third);
  expect(await answersOf(world)).toHaveLength(3);
});

test("two windows answer the same question: one counts, the other says so", async ({ context, world }) => {
  const [first] = checkQuestions();
  if (!first) throw new Error("the check has no question");
  await world.signIn(context, world.learnerId);
  const [one, other] = [await context.newPage(), await context.newPage()];
  for (const page of [one, other]) {
    await page.goto(checkPath());
    await page.getByRole("button", { name: "Commencer" }).click();
    await expect(page.getByText(questionOf(1))).toBeVisible();
  }
  await fillInRightly(one, first);
  await one.getByRole("button", { name: "Valider ma réponse" }).click();
  await expect(one.getByText("C’est juste", { exact: true })).toBeVisible();
  await other.getByRole("button", { name: "Valider ma réponse" }).click();
  await expect(other.getByText("Vous avez déjà répondu")).toBeVisible();
  await expect(other.getByText("C’est juste", { exact: true })).toBeVisible();
  await expectAccessible(other);
  expect(await answersOf(world)).toHaveLength(1);
});
