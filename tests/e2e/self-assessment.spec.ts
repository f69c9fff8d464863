import type { Page } from "@playwright/test";
import { graduate } from "@/tests/support/graduates";
import { expect, expectAccessible, test } from "@/tests/support/journey";
import { newDevice, savedMark } from "@/tests/support/learner-journey";

/** Says the same of every statement from the one before her on. */
async function rateTheRest(page: Page, from: number, words: string): Promise<void> {
  for (let number = from; number <= 12; number += 1) {
    await expect(page.getByText(`Phrase ${number} sur 12`, { exact: true })).toBeVisible();
    await page.getByRole("radio", { name: words }).check();
    await page.getByRole("button", { name: number === 12 ? "Terminer" : "Suivant" }).click();
  }
}

test("a learner says how she feels before the course, goes on elsewhere, and her trainer sees that it is done", async ({
  page,
  context,
  browser,
  world,
}) => {
  test.slow();
  await world.signIn(context, world.learnerId);
  await page.goto("/fr/learn");
  await page.getByRole("link", { name: "Avant de commencer : où en êtes-vous ?" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Je sais…");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Commencer" }).click();
  await page.getByRole("button", { name: "Suivant" }).click();
  await expect(page.getByText("Choisissez d’abord un visage.")).toBeVisible();
  await page.getByRole("radio", { name: "Pas encore" }).check();
  await page.getByRole("button", { name: "Suivant" }).click();
  await expect(page.getByText("Phrase 2 sur 12", { exact: true })).toBeVisible();
  await expectAccessible(page);
  // She thinks again about the first one.
  await page.getByRole("button", { name: "Précédent" }).click();
  await expect(page.getByRole("radio", { name: "Pas encore" })).toBeChecked();
  await page.getByRole("radio", { name: "Avec de l’aide" }).check();
  await page.getByRole("button", { name: "Suivant" }).click();
  await expect(savedMark(page)).toBeVisible();

  const other = await newDevice(browser);
  await world.signIn(other.context, world.learnerId);
  await other.page.goto("/fr/learn");
  await other.page.getByRole("link", { name: "Vos réponses « Je sais… » vous attendent" }).click();
  await other.page.getByRole("button", { name: "Reprendre à la phrase 2" }).click();
  await rateTheRest(other.page, 2, "Presque sans aide");
  await expect(other.page.getByText("Merci, vos réponses sont gardées")).toBeVisible();
  await expectAccessible(other.page);
  await other.context.close();

  const staff = await newDevice(browser);
  await world.signIn(staff.context, world.trainerId);
  await staff.page.goto(`/fr/teach/cohorts/${world.cohortId}/learners/${world.learnerId}`);
  const seen = staff.page.getByRole("region", { name: "Je sais… avant et après" });
  await expect(seen.getByRole("definition")).toHaveText([/\d{4}/, "Pas encore", "Pas encore"]);
  await staff.context.close();
});

test("at the end of the course she sees what has changed", async ({ page, context, world }) => {
  test.slow();
  await world.signIn(context, world.learnerId);
  await page.goto("/fr/learn/self-assessment");
  await page.getByRole("button", { name: "Commencer" }).click();
  await rateTheRest(page, 1, "Pas encore");
  await expect(page.getByText("Merci, vos réponses sont gardées")).toBeVisible();
  await graduate(world.database, { personId: world.learnerId, organisationId: world.organisationId });

  await page.goto("/fr/learn");
  await page.getByRole("link", { name: "Regardez le chemin parcouru" }).click();
  await page.getByRole("button", { name: "Commencer" }).click();
  await page.getByRole("radio", { name: "Pas encore" }).check();
  await page.getByRole("button", { name: "Suivant" }).click();
  await rateTheRest(page, 2, "Oui, bien");
  await expect(page.getByText("Bravo : vous êtes plus à l’aise pour 11 phrases")).toBeVisible();
  await expect(
    page.getByRole("region", { name: "Plus à l’aise qu’au début" }).getByRole("listitem"),
  ).toHaveCount(11);
  await expect(page.getByRole("region", { name: "Comme au début" }).getByRole("listitem")).toHaveCount(1);
  await expect(page.getByRole("main")).not.toContainText("%");
  await expectAccessible(page);
});
