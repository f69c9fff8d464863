import type { Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { activityProgress } from "@/db/schema/learning";
import { expect, expectAccessible, test, type World } from "@/tests/support/journey";
import { device, lessonPath, savedMark } from "@/tests/support/learner-journey";
import { addGraduate } from "@/tests/support/staff-journey";
import { surpriseWords } from "@/tests/support/surprises";

const DAY_MS = 86_400_000;
const STEP = `${lessonPath()}/steps/3`;
const [FROM, TEXT] = ["from", "text"].map((key) =>
  surpriseWords("surprise-shop", "fr", `notifications.request.${key}`),
) as [string, string];

/** A learner who did a whole lesson five days ago: a surprise is due. */
async function addReadyLearner(world: World): Promise<string> {
  const personId = await addGraduate(world, { firstName: "Simone", familyName: "Prête" });
  await world.database
    .update(activityProgress)
    .set({ completedAt: new Date(Date.now() - 5 * DAY_MS) })
    .where(eq(activityProgress.personId, personId));
  return personId;
}

const card = (page: Page) => page.getByRole("region", { name: "Message sur le téléphone de l’exercice" });
const openMessage = (page: Page) => card(page).getByRole("link", { name: "Regarder le message" });
const news = (page: Page) =>
  page.getByRole("status").filter({ hasText: "Exercice : un message est arrivé." });

test("a request nobody made comes up in a lesson; she refuses it, goes back, and her trainer sees it", async ({
  page,
  context,
  browser,
  world,
}) => {
  // Six looks for barriers, on two people's pages.
  test.slow();
  const personId = await addReadyLearner(world);
  await world.signIn(context, personId);
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(STEP);
  await expect(card(page)).toContainText(FROM);
  await expect(card(page)).toContainText(TEXT);
  await expect(card(page)).toContainText("Exercice – ce n’est pas la vraie application");
  await expect(news(page)).toHaveCount(1);
  // It takes no focus: the page is as it was.
  await expect(page.locator("body")).toBeFocused();
  await expectAccessible(page);

  // Another tab at the same time has none.
  const second = await context.newPage();
  await second.goto(STEP);
  await expect(savedMark(second)).toBeVisible();
  await expect(card(second)).toHaveCount(0);
  await second.close();

  await openMessage(page).focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/surprise\?message=/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Un message est arrivé");
  const phone = device(page, "Le téléphone");
  await expect(page.getByText(/^Exercice/).filter({ visible: true })).not.toHaveCount(0);
  await expectAccessible(page);
  await phone.getByRole("list", { name: "Messages reçus" }).getByRole("button").press("Enter");
  await expect(phone.getByText("Montant : 249 €")).toBeVisible();
  await expectAccessible(page);
  await phone.getByRole("button", { name: "Refuser" }).press("Enter");
  await page.getByRole("button", { name: "Voir ce que j’ai fait" }).press("Enter");
  await expect(page.getByRole("heading", { name: "Bien vu : vous avez refusé" })).toBeFocused();
  await expect(page.getByRole("region", { name: "À retenir" }).getByRole("listitem")).toHaveCount(1);
  await expect(page.getByRole("button", { name: "Encore une fois" })).toHaveCount(0);
  await expect(savedMark(page)).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("link", { name: "Revenir à ma leçon" }).press("Enter");
  await expect(page).toHaveURL(new RegExp(`${STEP}$`));
  await page.reload();
  await expect(savedMark(page)).toBeVisible();
  await expect(card(page)).toHaveCount(0);

  const teacher = await browser.newContext();
  await world.signIn(teacher, world.trainerId);
  const report = await teacher.newPage();
  await report.goto(`/fr/teach/cohorts/${world.cohortId}/learners/${personId}`);
  const figures = report.getByRole("region", { name: "Face aux demandes" });
  await expect(figures).toContainText("1 demande surprise : 1 bien refusée.");
  await expect(figures).toContainText("Oui à la demande d’un autre : 0 sur 1 exercice");
  await expect(report.getByRole("region", { name: "Preuves et aides notées" })).toContainText(
    "Demande surprise bien refusée",
  );
  await expectAccessible(report);
  await report.goto(`/fr/teach/cohorts/${world.cohortId}`);
  await expect(report.getByRole("region", { name: "Le groupe face aux demandes" })).toContainText(
    "1 demande surprise : 1 bien refusée.",
  );
  await expectAccessible(report);
  await teacher.close();
});

test("saying yes is explained kindly, and nobody calls it a fault", async ({ page, context, world }) => {
  await world.signIn(context, await addReadyLearner(world));
  await page.goto(STEP);
  await openMessage(page).click();
  const phone = device(page, "Le téléphone");
  await phone.getByRole("list", { name: "Messages reçus" }).getByRole("button").click();
  await phone.getByRole("button", { name: "Confirmer" }).click();
  await expect(page.locator("p", { hasText: "Il est encore temps : arrêtez avant le code." })).toBeVisible();
  await expect(page.getByRole("textbox")).toHaveCount(0);
  await phone.getByRole("button", { name: "Arrêter ici" }).click();
  await page.getByRole("button", { name: "Voir ce que j’ai fait" }).click();
  await expect(page.getByRole("heading", { name: "Cette fois, vous avez dit oui" })).toBeVisible();
  await expectAccessible(page);
  await expect(savedMark(page)).toBeVisible();
  await page.reload();
  await expect(page.getByText("Vous avez déjà répondu à ce message.")).toBeVisible();
  await page.getByRole("link", { name: "Revenir à ma leçon" }).click();
  await expect(page).toHaveURL(new RegExp(`${STEP}$`));
});

test("she may put it away, and the lesson goes on", async ({ page, context, world }) => {
  await world.signIn(context, await addReadyLearner(world));
  await page.goto(STEP);
  await card(page).getByRole("button", { name: "Pas maintenant" }).click();
  await expect(page.getByText("D’accord. Continuez votre leçon.")).toBeFocused();
  await expect(card(page)).toHaveCount(0);
  await expectAccessible(page);
  await page.getByRole("link", { name: "Suivant", exact: true }).click();
  await expect(page).toHaveURL(/steps\/4$/);
  await expect(savedMark(page)).toBeVisible();
  await expect(card(page)).toHaveCount(0);
});

test("she pauses them with one press on her own page, and her trainer on hers", async ({
  page,
  context,
  browser,
  world,
}) => {
  const personId = await addReadyLearner(world);
  await world.signIn(context, personId);
  await page.goto("/fr/account");
  const own = page.getByRole("region", { name: "Demandes surprises" });
  await expect(own).toContainText("Elles peuvent arriver.");
  await own.getByRole("button", { name: "Mettre en pause" }).click();
  await expect(own).toContainText("En pause : il n’en arrive plus.");
  await expectAccessible(page);
  await page.goto(STEP);
  await expect(savedMark(page)).toBeVisible();
  await expect(card(page)).toHaveCount(0);

  const teacher = await browser.newContext();
  await world.signIn(teacher, world.trainerId);
  const report = await teacher.newPage();
  await report.goto(`/fr/teach/cohorts/${world.cohortId}/learners/${personId}`);
  const hers = report.getByRole("region", { name: "Demandes surprises" });
  await expect(hers).toContainText("Cette personne les a mises en pause elle-même.");
  await hers.getByRole("button", { name: "Mettre en pause" }).click();
  await expect(hers.getByRole("button", { name: "Reprendre" })).toBeVisible();

  await page.goto("/fr/account");
  await expect(own).toContainText("Votre formateur les a mises en pause.");
  await own.getByRole("button", { name: "Reprendre" }).click();
  await expect(own.getByRole("button", { name: "Mettre en pause" })).toBeVisible();
  await expect(own).toContainText("En pause : il n’en arrive plus.");
  await hers.getByRole("button", { name: "Reprendre" }).click();
  await expect(hers).toContainText("Elles peuvent arriver.");
  await teacher.close();

  await page.goto(STEP);
  await expect(card(page)).toContainText(FROM);
});

test("a visitor meets none, and the page of a message that is not hers says so", async ({ page }) => {
  await page.goto(STEP);
  await expect(page.getByText("Vous lisez sans compte", { exact: true })).toBeVisible();
  await expect(card(page)).toHaveCount(0);
  await page.goto(`/fr/courses/itsme-eid/surprise?message=${crypto.randomUUID()}&from=//evil.example/1`);
  await expect(page.getByText("Ce message n’est plus là.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Revenir à ma leçon" })).toHaveAttribute(
    "href",
    "/fr/courses/itsme-eid",
  );
  await expectAccessible(page);
});
