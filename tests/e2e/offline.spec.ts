import { and, asc, eq } from "drizzle-orm";
import type { LearnerEventKind } from "@/db/enums";
import { sessions } from "@/db/schema/identity";
import { learnerEvents } from "@/db/schema/learning";
import { expect, expectAccessible, test, type World } from "@/tests/support/journey";
import {
  answerRightly,
  askOnTheComputer,
  checkPath,
  checkQuestions,
  confirmOnThePhone,
  device,
  enterWithCard,
  fillInRightly,
  finishOnThePhone,
  issueCard,
  practicePath,
  questionOf,
  savedMark,
  startPractice,
} from "@/tests/support/learner-journey";

const eventsOf = (world: World, kind: LearnerEventKind) =>
  world.database
    .select()
    .from(learnerEvents)
    .where(and(eq(learnerEvents.personId, world.learnerId), eq(learnerEvents.kind, kind)))
    .orderBy(asc(learnerEvents.position));

const KEPT = "Vous pouvez continuer : tout est gardé sur cet appareil.";

test("answers given without a network are kept, and arrive once", async ({ page, context, world }) => {
  const [first, second, third] = checkQuestions();
  if (!(first && second && third)) throw new Error("the check has fewer than three questions");
  await world.signIn(context, world.learnerId);
  await page.goto(checkPath());
  await page.getByRole("button", { name: "Commencer" }).click();
  await answerRightly(page, first);
  await page.getByRole("button", { name: "Question suivante" }).click();

  await context.setOffline(true);
  for (const question of [second, third]) {
    await fillInRightly(page, question);
    await page.getByRole("button", { name: "Valider ma réponse" }).click();
    await expect(page.getByText("Votre réponse est gardée sur cet appareil.")).toBeVisible();
    await expect(page.getByText(KEPT)).toBeVisible();
    if (question === second) {
      await expectAccessible(page);
      await page.getByRole("button", { name: "Question suivante" }).click();
    }
  }
  expect(await eventsOf(world, "answer-given")).toHaveLength(1);

  await context.setOffline(false);
  await expect(page.getByText("C’est juste", { exact: true })).toBeVisible();
  await expect(savedMark(page)).toBeVisible();
  const events = await eventsOf(world, "answer-given");
  expect(events.map(({ seq }) => seq)).toEqual([1, 2, 3]);
  await page.reload();
  await page.getByRole("button", { name: "Reprendre à la question 4" }).click();
  await expect(page.getByText(questionOf(4))).toBeVisible();
  expect(await eventsOf(world, "answer-given")).toHaveLength(3);
});

test("an answer given without a network survives a closed window", async ({ page, context, world }) => {
  const [first] = checkQuestions();
  if (!first) throw new Error("the check has no question");
  await world.signIn(context, world.learnerId);
  await page.goto(checkPath());
  await page.getByRole("button", { name: "Commencer" }).click();
  await fillInRightly(page, first);
  await context.setOffline(true);
  await page.getByRole("button", { name: "Valider ma réponse" }).click();
  await expect(page.getByText(KEPT)).toBeVisible();
  await page.close();

  await context.setOffline(false);
  const again = await context.newPage();
  await again.goto("/fr/courses/itsme-eid/log-in");
  await expect.poll(async () => (await eventsOf(world, "answer-given")).length).toBe(1);
  await again.goto(checkPath());
  await again.getByRole("button", { name: "Reprendre à la question 2" }).click();
  await expect(again.getByText(questionOf(2))).toBeVisible();
});

test("an exercise goes on without a network, and its moves arrive once", async ({ page, context, world }) => {
  await world.signIn(context, world.learnerId);
  await page.goto(practicePath());
  await startPractice(page);
  await context.setOffline(true);
  await askOnTheComputer(page);
  await expect(page.getByText(KEPT)).toBeVisible();
  await confirmOnThePhone(page);
  expect(await eventsOf(world, "simulation-move")).toHaveLength(0);

  await context.setOffline(false);
  await expect(savedMark(page)).toBeVisible();
  await finishOnThePhone(page);
  await expect(savedMark(page)).toBeVisible();
  const moves = await eventsOf(world, "simulation-move");
  expect(moves.map(({ seq }) => seq)).toEqual(moves.map((_, index) => index + 1));
  await page.goto("/fr/learn/passport");
  await expect(page.getByText("en exercice, sans aide").first()).toBeVisible();
});

test("an access that ended while answering asks to sign in again, and the answer then arrives", async ({
  page,
  context,
  browser,
  world,
}) => {
  const [first] = checkQuestions();
  if (!first) throw new Error("the check has no question");
  const card = await issueCard(browser, world);
  await world.signIn(context, world.learnerId);
  await page.goto(checkPath());
  await page.getByRole("button", { name: "Commencer" }).click();
  await fillInRightly(page, first);
  await world.database.delete(sessions).where(eq(sessions.personId, world.learnerId));
  await page.getByRole("button", { name: "Valider ma réponse" }).click();
  await expect(page.getByText("Votre accès s’est fermé.")).toBeVisible();
  await expectAccessible(page);
  expect(await eventsOf(world, "answer-given")).toHaveLength(0);

  await page.getByRole("link", { name: "Me reconnecter" }).click();
  await page.getByRole("textbox", { name: "Code de ma carte" }).fill(card.code);
  await page.getByRole("textbox", { name: "Code de ma carte" }).press("Enter");
  await enterWithCard(page, card);
  await page.waitForURL(`**${checkPath()}`);
  await expect.poll(async () => (await eventsOf(world, "answer-given")).length).toBe(1);
  await page.getByRole("button", { name: /Commencer|Reprendre/ }).click();
  await expect(page.getByText(questionOf(2))).toBeVisible();
});

test("an exercise that cannot be opened says what to do", async ({ page, context, world }) => {
  await world.signIn(context, world.learnerId);
  await page.goto(practicePath());
  await expect(page.getByRole("button", { name: "Commencer" })).toBeEnabled();
  await context.setOffline(true);
  await page.getByRole("button", { name: "Commencer" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Vérifiez la connexion" })).toBeVisible();
  await expectAccessible(page);
  await context.setOffline(false);
  await page.getByRole("button", { name: "Commencer" }).click();
  await expect(device(page, "L’ordinateur")).toBeVisible();
});
