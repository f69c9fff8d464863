import { eq } from "drizzle-orm";
import { contentVersions } from "@/db/schema/catalogue";
import { refresherSchedules, refreshers } from "@/db/schema/refreshers";
import { addDays, brusselsDay } from "@/server/kernel/calendar";
import { firstRecall } from "@/server/learning/recall/rules";
import { expect, expectAccessible, test, type World } from "@/tests/support/journey";
import { checkQuestions, device, fillInRightly, savedMark } from "@/tests/support/learner-journey";
import { addGraduate } from "@/tests/support/staff-journey";

const TITLE = "Deux minutes pour rester en forme";
const TODAY = brusselsDay(new Date());

/** A learner who proved a competence three days ago: it is due. */
async function addReadyLearner(world: World): Promise<string> {
  const personId = await addGraduate(world, { firstName: "Simone", familyName: "Revient" });
  const { organisationId } = world;
  const recall = firstRecall("2.3", addDays(TODAY, -3));
  await world.database
    .insert(refresherSchedules)
    .values({ ...recall, personId, organisationId, course: "itsme-eid" });
  return personId;
}

test("what she learned comes back as one question, kept without a network, and then not today", async ({
  page,
  context,
  world,
}) => {
  test.slow();
  const personId = await addReadyLearner(world);
  await world.signIn(context, personId);
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto("/fr/learn");
  await expectAccessible(page);
  await page.getByRole("link", { name: TITLE }).press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(TITLE);
  const question = checkQuestions().find(({ competences }) => competences.includes("2.3"));
  if (!question) throw new Error("no question of this competence");
  await expect(page.getByRole("main")).toContainText(question.prompt);
  await expectAccessible(page);

  await context.setOffline(true);
  await fillInRightly(page, question);
  await page.getByRole("button", { name: "Valider ma réponse" }).press("Enter");
  await expect(page.getByText("Votre réponse est gardée sur cet appareil.")).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText("C’est juste", { exact: true })).toBeVisible();
  await expect(savedMark(page)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "J’ai lu" }).press("Enter");
  await expect(page.getByRole("heading", { name: "Bravo, vous vous en souvenez !" })).toBeFocused();
  await expect(
    page.getByText(/^La prochaine fois : (lun|mar|mercre|jeu|vendre|same|diman)\S+ \d/),
  ).toBeVisible();
  await expectAccessible(page);
  const [kept] = await world.database.select().from(refreshers).where(eq(refreshers.personId, personId));
  expect(kept).toMatchObject({ day: TODAY, item: question.id, score: 100 });

  await page.getByRole("link", { name: "Revenir à mon accueil" }).press("Enter");
  await expect(page).toHaveURL(/\/fr\/learn$/);
  await expect(page.getByRole("link", { name: "Mon passeport" }).first()).toBeVisible();
  await expect(page.getByRole("link", { name: TITLE })).toHaveCount(0);
});

test("she stops them with one press and lets them come again; her trainer sees it and prints her days", async ({
  page,
  context,
  browser,
  world,
}) => {
  test.slow();
  const personId = await addReadyLearner(world);
  await world.signIn(context, personId);
  await page.goto("/fr/learn/refresher");
  await page.getByRole("button", { name: "Plus de rappels" }).click();
  await expect(page.getByText("Les rappels sont arrêtés. Ils ne reviennent pas.")).toBeVisible();
  await expectAccessible(page);
  await page.goto("/fr/learn");
  await expect(page.getByRole("link", { name: TITLE })).toHaveCount(0);

  const teacher = await browser.newContext();
  await world.signIn(teacher, world.trainerId);
  const report = await teacher.newPage();
  await report.goto(`/fr/teach/cohorts/${world.cohortId}/learners/${personId}`);
  const hers = report.getByRole("region", { name: "Rappels « Deux minutes »" });
  await expect(hers).toContainText("Cette personne les a arrêtés elle-même.");
  await page.goto("/fr/account");
  const own = page.getByRole("region", { name: "Rappels « Deux minutes »" });
  await own.getByRole("button", { name: "Reprendre les rappels" }).click();
  await expect(own).toContainText("Ils peuvent arriver.");
  await report.reload();
  await expect(hers).toContainText("Le prochain peut arriver le");
  await expectAccessible(report);
  await hers.getByRole("link", { name: "Imprimer ses rendez-vous" }).click();
  await expect(report.getByRole("heading", { name: "Les rendez-vous de Simone" })).toBeVisible();
  await expect(report.getByRole("article").getByRole("list").first().getByRole("listitem")).toHaveCount(4);
  await expect(report.getByText(/Karim : 0470 00 00 04/)).toBeVisible();
  await expectAccessible(report);
  await teacher.close();
});

test("by turns it is a simulation, taken up where it stands", async ({ page, context, world }) => {
  const personId = await addReadyLearner(world);
  const question = checkQuestions()[0];
  const [version] = await world.database.select().from(contentVersions).limit(1);
  await world.database.insert(refreshers).values({
    id: crypto.randomUUID(),
    organisationId: world.organisationId,
    personId,
    course: "itsme-eid",
    day: addDays(TODAY, -2),
    competence: "2.3",
    kind: "question",
    lesson: "log-in",
    item: question?.id ?? "",
    contentHash: version?.hash ?? "",
    takenAt: new Date(),
  });
  await world.signIn(context, personId);
  await page.goto("/fr/learn/refresher");
  await expect(page.getByText(/^Étape 1 sur/)).toBeVisible();
  await expect(page.getByText(/^Exercice/).filter({ visible: true })).not.toHaveCount(0);
  await expectAccessible(page);
  await device(page, "L’ordinateur").getByRole("button", { name: "Se connecter" }).click();
  await expect(savedMark(page)).toBeVisible();
  await expect(page.getByText(/^Étape 2 sur/)).not.toHaveCount(0);
  await page.reload();
  await expect(page.getByText(/^Étape 2 sur/)).not.toHaveCount(0);
});
