import { randomUUID } from "node:crypto";
import { giveRole, makePerson } from "@/tests/support/factories";
import { expect, expectAccessible, test } from "@/tests/support/journey";
import { addGraduate, addOtherHouse, mutate } from "@/tests/support/staff-journey";

test("a trainer takes somebody the organisation knows into her group", async ({ page, context, world }) => {
  const db = world.database;
  const personId = await makePerson(db, { firstName: "Éliane", familyName: "De Smet" });
  await giveRole(db, personId, "learner", world.organisationId);
  const elsewhere = await addOtherHouse(world);
  await world.signIn(context, world.trainerId);
  await page.goto(`/fr/teach/cohorts/${world.cohortId}/add`);
  const known = page.getByRole("region", { name: "Cette personne est déjà connue ici ?" });
  const search = known.getByLabel("Début du nom ou du prénom");
  const find = known.getByRole("button", { name: "Chercher" });

  await search.fill("e");
  await find.click();
  await expect(search).toHaveAttribute("aria-invalid", "true");
  await search.fill("Wim");
  await find.click();
  await expect(known.getByText("Personne ne porte ce nom ici.")).toBeVisible();
  await search.fill("eliane sm");
  await find.click();
  await expect(known.getByText("1 personne trouvée")).toBeVisible();
  await expectAccessible(page);
  await known.getByRole("button", { name: "Ajouter Éliane De Smet au groupe" }).click();
  await expect(known.getByText("Éliane De Smet est maintenant dans le groupe.")).toBeVisible();
  await expect(known.getByRole("button", { name: /^Ajouter Éliane/ })).toHaveCount(0);
  await page.goto(`/fr/teach/cohorts/${world.cohortId}`);
  await expect(page.getByRole("rowheader", { name: "Éliane De Smet" })).toBeVisible();

  const strange = { cohortId: world.cohortId, personId: elsewhere.learnerId };
  expect((await mutate(context.request, "organisations.addKnownLearner", strange)).status()).toBe(404);
});

test("a coordinator sees her team and adds a trainer to it", async ({ page, context, world }) => {
  await world.signIn(context, world.coordinatorId);
  await page.goto("/fr/report");
  await page.getByRole("link", { name: "Mon équipe" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Mon équipe");
  await expect(page.getByRole("rowheader", { name: /^Karim/ })).toBeVisible();
  await expectAccessible(page);
  const email = `ines-${randomUUID()}@tests.digiskipass.example`;
  for (const [label, text] of [
    ["Prénom", "Inès"],
    ["Nom de famille", "Essai"],
    ["Adresse e-mail", email],
    ["Téléphone", "0470 00 00 06"],
  ] as const)
    await page.getByRole("textbox", { name: label }).fill(text);
  await page.getByRole("button", { name: "Ajouter et envoyer l’e-mail" }).click();
  await expect(page.getByText("Inès fait partie de l’équipe. L’e-mail est parti.")).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: email })).toContainText("Inès Essai");
});

test("a trainer issues to everybody who is ready with one press, and reads what happened", async ({
  page,
  context,
  world,
}) => {
  await addGraduate(world, { firstName: "Berthe", familyName: "Prête" });
  await addGraduate(world, { firstName: "Cécile", familyName: "Aussi" });
  await world.signIn(context, world.trainerId);
  await page.goto(`/fr/teach/cohorts/${world.cohortId}/certificates`);
  await page.getByRole("button", { name: "Préparer les 2 certificats" }).click();
  const news = page.getByRole("region", { name: "Prêts à recevoir leur certificat" }).getByRole("listitem");
  await expect(news.filter({ hasText: "Berthe Prête – le certificat est prêt." })).toBeVisible();
  await expect(news.filter({ hasText: "Cécile Aussi – le certificat est prêt." })).toBeVisible();
  const issued = page.getByRole("region", { name: "Certificats remis" });
  await expect(issued.getByRole("heading", { level: 3 })).toHaveText(["Cécile Aussi", "Berthe Prête"]);
  await expect(page.getByRole("button", { name: /^Préparer les/ })).toHaveCount(0);
  await expectAccessible(page);
});
