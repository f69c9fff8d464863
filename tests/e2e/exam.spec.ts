import { finishExam, leaveExamRun, openExam } from "@/server/simulation/exam/writes";
import { answerExam, examInput, playExamRun } from "@/tests/support/exams";
import { actorOf, contextOf } from "@/tests/support/factories";
import { expect, expectAccessible, test } from "@/tests/support/journey";
import { newDevice, savedMark } from "@/tests/support/learner-journey";

test("a trainer opens the exam, a learner takes it on two devices and sees what it proves at the end", async ({
  page,
  context,
  browser,
  world,
}) => {
  test.slow();
  const staff = await newDevice(browser);
  await world.signIn(staff.context, world.trainerId);
  await staff.page.goto(`/fr/teach/cohorts/${world.cohortId}/learners/${world.learnerId}`);
  const card = staff.page.getByRole("region", { name: "Examen final" });
  await expect(card).toContainText("Pas encore ouvert");
  await card.getByRole("button", { name: "Ouvrir l’examen" }).click();
  await expect(card).toContainText("Peut être passé.");

  await world.signIn(context, world.learnerId);
  await page.goto("/fr/learn");
  await page.getByRole("link", { name: "L’examen final vous attend" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Examen final");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Commencer l’examen" }).click();
  await expect(page.getByText("Question 1 sur 20", { exact: true })).toBeVisible();
  await expectAccessible(page);

  // Elsewhere she answers all of it, two of them not rightly; here she goes on with the exercises.
  const her = contextOf(world.database, await actorOf(world.database, world.learnerId), { now: new Date() });
  const { attemptId } = await openExam(her, examInput);
  await answerExam(her, 2);
  await page.goto("/fr/learn/exam");
  await expect(page.getByText("Vous avez répondu à 20 questions sur 20")).toBeVisible();
  await page.getByRole("button", { name: "Continuer l’examen" }).click();
  await expect(page.getByText("Toutes les questions ont une réponse")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Faire l’exercice 1 sur 6" }).click();
  await expect(page.getByText(/^Étape 1 sur/)).toBeVisible();
  await expect(savedMark(page)).toBeVisible();
  await expect(page.getByRole("button", { name: /indice|Annuler/i })).toHaveCount(0);
  await expectAccessible(page);
  await page.getByText("Je n’arrive pas à continuer").click();
  await page.getByRole("button", { name: "Laisser cet exercice" }).click();
  await page.waitForURL("**/learn/exam");
  for (const number of [2, 3, 4, 5, 6]) await playExamRun(her, number);
  await page.getByRole("button", { name: "Continuer l’examen" }).click();
  await page.getByRole("button", { name: "Terminer et voir le résultat" }).click();
  await expect(page.getByRole("heading", { name: "Votre résultat" })).toBeVisible();
  await expect(page.getByText("Bravo, l’examen est réussi !")).toBeVisible();
  await page.getByText("Les réponses à revoir (2)").click();
  await expectAccessible(page);
  expect(await finishExam(her, { attemptId })).toEqual({ outcome: "already-finished" });
  await expect(leaveExamRun(her, { ...examInput, number: 1 })).rejects.toThrow();

  await staff.page.reload();
  await expect(card).toContainText("réussi");
  await card.getByRole("button", { name: "Noter : examen surveillé" }).click();
  await expect(card).toContainText("surveillé");
  await expectAccessible(staff.page);
  await staff.context.close();
});
