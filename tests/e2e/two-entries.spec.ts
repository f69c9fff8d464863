import { and, eq } from "drizzle-orm";
import { learnerEvents } from "@/db/schema/learning";
import { mergePersons } from "@/server/privacy/merging/writes";
import { actorOf, contextOf, giveRole, join, makePerson } from "@/tests/support/factories";
import { expect, expectAccessible, test, type World } from "@/tests/support/journey";
import { pressByKeyboard, tabTo } from "@/tests/support/keyboard";
import { checkPath, checkQuestions, fillInRightly, lessonPath } from "@/tests/support/learner-journey";
import { addOtherHouse, mutate } from "@/tests/support/staff-journey";

/** Somebody in the group of this world, as her trainer entered her. */
async function enter(world: World, firstName: string, familyName: string): Promise<string> {
  const { database: db, cohortId, organisationId } = world;
  const personId = await makePerson(db, { firstName, familyName });
  await giveRole(db, personId, "learner", organisationId);
  await join(db, { cohortId, organisationId, personId, role: "learner" });
  return personId;
}

test("a trainer makes one of two entries, with the keyboard alone", async ({ page, context, world }) => {
  const kept = await enter(world, "Monique", "Dubois");
  const other = await enter(world, "Monique", "D.");
  await world.signIn(context, world.trainerId);
  for (const personIds of [[kept], [other]])
    expect(
      (
        await mutate(context.request, "identity.issueAccessCards", { cohortId: world.cohortId, personIds })
      ).status(),
    ).toBe(200);
  const group = `/fr/teach/cohorts/${world.cohortId}`;
  await page.goto(`${group}/learners/${kept}`);
  await tabTo(page, page.locator("summary", { hasText: "Cette personne figure deux fois ?" }));
  await page.keyboard.press("Enter");
  await pressByKeyboard(page, page.getByRole("link", { name: "Chercher l’autre fiche" }));

  const alike = page.getByRole("region", { name: "Noms qui se ressemblent" });
  await expect(alike.getByRole("listitem")).toHaveText([/Monique D\./]);
  const search = page.getByRole("region", { name: "Chercher par le nom" });
  await tabTo(page, search.getByRole("textbox"));
  await page.keyboard.type("odette");
  await page.keyboard.press("Enter");
  await expect(search.getByRole("link", { name: "Comparer avec Odette Essai" })).toBeVisible();
  await expectAccessible(page);
  await pressByKeyboard(page, alike.getByRole("link", { name: "Comparer avec Monique D." }));

  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Est-ce la même personne ?");
  await expect(page.getByRole("heading", { level: 2, name: "Monique Dubois" })).toBeVisible();
  const what = page.getByRole("region", { name: "Ce qui va se passer" });
  await expect(what).toContainText("Le nom Monique D. disparaît.");
  await expect(what).toContainText("Toutes les cartes valables continuent");
  await expect(page.getByText("On ne peut pas revenir en arrière")).toBeVisible();
  await expectAccessible(page);
  await tabTo(page, page.getByRole("radio", { name: /^Monique Dubois/ }));
  await page.keyboard.press("ArrowDown");
  await expect(what).toContainText("Le nom Monique Dubois disparaît.");
  await page.keyboard.press("ArrowUp");
  const compared = page.url();
  await pressByKeyboard(page, page.getByRole("button", { name: "Réunir les deux fiches" }));

  await expect(page.getByRole("status").getByText("Les deux fiches sont réunies")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Monique Dubois");
  await expectAccessible(page);
  await page.goto(compared);
  await expect(page.getByText("C’est déjà fait : ces deux fiches sont réunies")).toBeVisible();
  await page.goto(group);
  await expect(page.getByRole("rowheader", { name: /^Monique/ })).toHaveText(["Monique Dubois"]);
});

test("what concerns two organisations is the administrator's", async ({ page, context, browser, world }) => {
  const far = await addOtherHouse(world);
  const here = await enter(world, "Wim", "D’ici");
  await join(world.database, { ...far, personId: here, role: "learner" });
  const twin = await enter(world, "Wim", "D.");
  await world.signIn(context, world.trainerId);
  await page.goto(`/fr/teach/cohorts/${world.cohortId}/learners/${here}/double?with=${twin}`);
  await expect(page.getByText("Demandez à l’administration de réunir les deux fiches.")).toBeVisible();
  await expect(page.getByText("Groupe d’ailleurs")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Réunir les deux fiches" })).toHaveCount(0);
  const input = { keepId: here, removeId: twin };
  expect((await mutate(context.request, "privacy.mergePersons", input)).status()).toBe(409);

  const office = await browser.newContext({ locale: "fr-BE" });
  await world.signIn(office, world.adminId);
  const desk = await office.newPage();
  await desk.goto("/fr/admin");
  await desk.getByRole("link", { name: "Cette personne figure deux fois ?" }).click();
  await desk.getByRole("textbox", { name: "Début du nom ou du prénom" }).fill("Wim d’ici");
  await desk.getByRole("button", { name: "Chercher" }).click();
  await desk.getByRole("listitem").filter({ hasText: "Groupe d’ailleurs" }).getByRole("link").click();
  await desk.waitForURL(/person=/);
  await desk.goto(`/fr/admin/doubles?person=${here}&with=${twin}`);
  await expectAccessible(desk);
  await desk.getByRole("button", { name: "Réunir les deux fiches" }).click();
  await expect(desk.getByText("Les deux fiches sont réunies")).toBeVisible();
  await office.close();
});

test("what a tablet without a network kept for the other entry arrives as hers", async ({
  context,
  world,
}) => {
  const [first] = checkQuestions();
  if (!first) throw new Error("the check has no question");
  const kept = await enter(world, "Monique", "Dubois");
  const other = await enter(world, "Monique", "D.");
  await world.signIn(context, other);
  const page = await context.newPage();
  await page.goto(checkPath());
  await page.getByRole("button", { name: "Commencer" }).click();
  await fillInRightly(page, first);
  await context.setOffline(true);
  await page.getByRole("button", { name: "Valider ma réponse" }).click();
  await expect(page.getByText("Votre réponse est gardée sur cet appareil.")).toBeVisible();
  await page.close();

  await mergePersons(contextOf(world.database, await actorOf(world.database, world.trainerId)), {
    keepId: kept,
    removeId: other,
  });
  await context.setOffline(false);
  const again = await context.newPage();
  await again.goto(lessonPath());
  const hers = and(eq(learnerEvents.personId, kept), eq(learnerEvents.kind, "answer-given"));
  await expect.poll(() => world.database.$count(learnerEvents, hers)).toBe(1);
});
