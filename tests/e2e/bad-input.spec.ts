import { randomUUID } from "node:crypto";
import type { Locator, Page } from "@playwright/test";
import { and, eq } from "drizzle-orm";
import { persons } from "@/db/schema/identity";
import { cohortMemberships, cohorts } from "@/db/schema/organisations";
import { organisations } from "@/db/schema/tenants";
import { expect, expectAccessible, test, type World } from "@/tests/support/journey";
import { addGraduate, addOtherHouse, mutate } from "@/tests/support/staff-journey";

const REQUIRED = "Écrivez ou choisissez quelque chose ici.";
const TOO_LONG = "C’est trop long, ou le nombre est trop grand.";
const WRONG_PHONE = "Écrivez un numéro avec des chiffres, par exemple 0470 00 00 01.";

/** The sentence is at the field, tied to it, and at the top of the form; the field is marked. */
async function expectFault(field: Locator, sentence: string) {
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await expect(field).toHaveAccessibleDescription(
    new RegExp(sentence.replace(/[.?*()]/g, "\\$&").replaceAll(" ", "\\s")),
  );
}

async function expectSummary(page: Page, lines: number) {
  const summary = page.getByRole("alert").filter({ hasText: "Regardez encore ces points" });
  await expect(summary).toBeFocused();
  await expect(summary.getByRole("listitem")).toHaveCount(lines);
  // Each line says which field it means.
  for (const line of await summary.getByRole("listitem").all()) await expect(line).toContainText(" – ");
}

const organisationsCalled = (world: World, name: string) =>
  world.database.select().from(organisations).where(eq(organisations.name, name));
const cohortsOf = (world: World) =>
  world.database.select().from(cohorts).where(eq(cohorts.organisationId, world.organisationId));
const membersOf = (world: World, cohortId: string) =>
  world.database
    .select()
    .from(cohortMemberships)
    .where(and(eq(cohortMemberships.cohortId, cohortId), eq(cohortMemberships.role, "learner")));

test("a new organisation: empty, wrong, too long, twice", async ({ page, context, world }) => {
  await world.signIn(context, world.adminId);
  await page.goto("/fr/admin");
  const form = page.getByRole("region", { name: "Nouvelle organisation" });
  const name = form.getByLabel("Nom");
  const country = form.getByLabel("Pays");
  const phone = form.getByLabel("Téléphone");
  const send = form.getByRole("button", { name: "Créer l’organisation" });

  await country.fill("");
  await send.click();
  await expectFault(name, REQUIRED);
  await expectFault(country, "Écrivez le pays avec deux lettres, par exemple BE.");
  await expectFault(phone, REQUIRED);
  await expectSummary(page, 3);
  await expectAccessible(page);

  const called = `Organisation essai ${randomUUID()}`;
  await name.fill(called);
  await country.fill("B1");
  await phone.fill("appelez-moi");
  await send.click();
  await expectFault(country, "Écrivez le pays avec deux lettres, par exemple BE.");
  await expectFault(phone, WRONG_PHONE);
  await expect(name).not.toHaveAttribute("aria-invalid", "true");
  await expect(name).toHaveValue(called);
  await expect(country).toHaveValue("B1");
  await expect(phone).toHaveValue("appelez-moi");
  expect(await organisationsCalled(world, called)).toEqual([]);

  await country.fill("be");
  await phone.fill("02 555 00 01");
  await name.fill("x".repeat(121));
  await send.click();
  await expectFault(name, TOO_LONG);

  await name.fill(called);
  await send.dblclick();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(called);
  expect(await organisationsCalled(world, called)).toHaveLength(1);

  await page.goto("/fr/admin");
  await name.fill(called.toUpperCase());
  await phone.fill("02 555 00 01");
  await send.click();
  await expectFault(name, "C’est déjà pris par quelqu’un d’autre. Choisissez autre chose.");
});

test("a new trainer: empty, wrong, twice, in an organisation that is not there", async ({
  page,
  context,
  world,
}) => {
  await world.signIn(context, world.adminId);
  await page.goto(`/fr/admin/organisations/${world.organisationId}`);
  const form = page.getByRole("region", { name: "Ajouter une formatrice ou un formateur" });
  const send = form.getByRole("button", { name: "Ajouter et envoyer l’e-mail" });
  const email = form.getByLabel("Adresse e-mail");
  const address = `bad-${randomUUID()}@tests.digiskipass.example`;

  await send.click();
  for (const label of ["Prénom", "Nom de famille", "Adresse e-mail", "Téléphone"])
    await expectFault(form.getByLabel(label), REQUIRED);
  await expectSummary(page, 4);

  await form.getByLabel("Prénom").fill("Bruno");
  await form.getByLabel("Nom de famille").fill("x".repeat(81));
  await email.fill("bruno@");
  await form.getByLabel("Téléphone").fill("0470");
  await send.click();
  await expectFault(form.getByLabel("Nom de famille"), TOO_LONG);
  await expectFault(email, "Cette adresse e-mail n’est pas complète. Exemple : prenom.nom@exemple.be");
  await expectFault(form.getByLabel("Téléphone"), WRONG_PHONE);
  await expect(form.getByLabel("Prénom")).toHaveValue("Bruno");
  await expect(email).toHaveValue("bruno@");

  await form.getByLabel("Nom de famille").fill("Essai");
  await email.fill(address);
  await form.getByLabel("Téléphone").fill("0470 00 00 01");
  await send.dblclick();
  await expect(page.getByText("Bruno fait partie de l’équipe. L’e-mail est parti.")).toBeVisible();
  expect(await world.database.select().from(persons).where(eq(persons.email, address))).toHaveLength(1);
  await expect(email).toHaveValue("");

  for (const [label, text] of [
    ["Prénom", "Bruno"],
    ["Nom de famille", "Essai"],
    ["Téléphone", "0470 00 00 01"],
  ] as const)
    await form.getByLabel(label).fill(text);
  await email.fill(address);
  await send.click();
  await expectFault(email, "Cette personne est déjà formatrice ou formateur ici.");

  for (const id of [randomUUID(), "7"]) {
    const response = await page.goto(`/fr/admin/organisations/${id}`);
    expect(response?.status()).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Cette page n’existe pas");
  }
});

test("a new group: empty, too long, ending before it starts, twice", async ({ page, context, world }) => {
  await world.signIn(context, world.trainerId);
  await page.goto("/fr/teach/cohorts/new");
  const name = page.getByLabel("Nom du groupe");
  const send = page.getByRole("button", { name: "Créer le groupe" });
  const before = (await cohortsOf(world)).length;

  await page.getByLabel("Premier jour").fill("");
  await send.click();
  await expectFault(name, REQUIRED);
  await expect(page.getByLabel("Premier jour")).toHaveAttribute("aria-invalid", "true");
  await name.fill("x".repeat(81));
  await page.getByLabel("Premier jour").fill("2026-11-20");
  await page.getByLabel("Dernier jour").fill("2026-11-19");
  await send.click();
  await expectFault(name, TOO_LONG);
  await name.fill("Vendredi");
  await send.click();
  await expectFault(
    page.getByLabel("Dernier jour"),
    "La fin est avant le début. Changez une des deux dates.",
  );
  await expect(name).toHaveValue("Vendredi");
  await expect(page.getByLabel("Dernier jour")).toHaveValue("2026-11-19");
  expect(await cohortsOf(world)).toHaveLength(before);

  await page.getByLabel("Dernier jour").fill("");
  await send.dblclick();
  await page.waitForURL("**/add");
  expect(await cohortsOf(world)).toHaveLength(before + 1);
});

test("names: none, too many, too long, twice, and a group that is not hers", async ({
  page,
  context,
  world,
}) => {
  const elsewhere = await addOtherHouse(world);
  await world.signIn(context, world.trainerId);
  await page.goto(`/fr/teach/cohorts/${world.cohortId}/add`);
  const names = page.getByLabel("Noms");
  const send = page.getByRole("button", { name: /^Ajouter/ });
  const before = (await membersOf(world, world.cohortId)).length;

  await send.click();
  await expectFault(names, REQUIRED);
  await names.fill("1234\n--");
  await send.click();
  await expectFault(names, REQUIRED);
  await expect(names).toHaveValue("1234\n--");
  const many = Array.from({ length: 61 }, (_, index) => `Personne Numéro${index}`).join("\n");
  await names.fill(many);
  await send.click();
  await expectFault(names, "Il y a plus de 60 noms. Ajoutez-les en deux fois.");
  await expect(names).toHaveValue(many);
  await names.fill(`Marie ${"x".repeat(81)}`);
  await send.click();
  await expectFault(names, TOO_LONG);
  expect(await membersOf(world, world.cohortId)).toHaveLength(before);

  await names.fill("<script>alert(1)</script> Martin");
  await send.dblclick();
  await expect(page.getByText("1 personne est ajoutée.")).toBeVisible();
  expect(await membersOf(world, world.cohortId)).toHaveLength(before + 1);
  await page.getByRole("link", { name: "Voir le groupe" }).click();
  await expect(page.getByRole("rowheader", { name: "<script>alert(1)</script> Martin" })).toBeVisible();

  for (const rest of ["", "/add", "/cards", "/certificates", `/learners/${elsewhere.learnerId}`]) {
    const response = await page.goto(`/fr/teach/cohorts/${elsewhere.cohortId}${rest}`);
    expect(response?.status(), rest).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Cette page n’existe pas");
  }
  // Her own group's address with a learner of another house.
  const response = await page.goto(`/fr/teach/cohorts/${world.cohortId}/learners/${elsewhere.learnerId}`);
  expect(response?.status()).toBe(404);
  const stranger = `Intruse-${randomUUID()}`;
  for (const [procedure, input] of [
    ["organisations.addLearners", { cohortId: elsewhere.cohortId, names: stranger }],
    ["identity.issueAccessCards", { cohortId: elsewhere.cohortId, personIds: [elsewhere.learnerId] }],
    ["identity.issueAccessCards", { cohortId: world.cohortId, personIds: [elsewhere.learnerId] }],
    ["organisations.endMembership", { cohortId: elsewhere.cohortId, personId: elsewhere.learnerId }],
    ["credentials.issueCertificate", { cohortId: elsewhere.cohortId, personId: elsewhere.learnerId }],
  ] as const)
    expect((await mutate(context.request, procedure, input)).status(), procedure).toBe(404);
  expect(await membersOf(world, elsewhere.cohortId)).toHaveLength(1);
  expect(await world.database.select().from(persons).where(eq(persons.firstName, stranger))).toEqual([]);
});

test("a note of help: a day to come, too long, twice", async ({ page, context, world }) => {
  await world.signIn(context, world.trainerId);
  await page.goto(`/fr/teach/cohorts/${world.cohortId}/learners/${world.learnerId}`);
  await page.getByText("Noter une aide").click();
  const send = page.getByRole("button", { name: "Enregistrer l’aide" });
  const proofs = page.getByRole("region", { name: "Preuves et aides notées" }).getByRole("listitem");

  await page.getByLabel("Quel jour ?").fill("2099-01-01");
  await page.getByLabel(/^Note/).fill("Une note à garder");
  await send.click();
  await expectFault(page.getByLabel("Quel jour ?"), "Cette date n’est pas encore passée.");
  await page.getByLabel("Quel jour ?").fill("");
  await send.click();
  await expect(page.getByLabel("Quel jour ?")).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByLabel(/^Note/)).toHaveValue("Une note à garder");
  await expect(proofs).toHaveCount(0);

  await page.getByLabel("Quel jour ?").fill("2026-11-20");
  await page.getByLabel(/^Note/).fill("x".repeat(301));
  await send.click();
  await expectFault(page.getByLabel(/^Note/), TOO_LONG);
  await page.getByLabel(/^Note/).fill("Deux fois la même");
  await send.dblclick();
  await expect(page.getByText("C’est noté.")).toBeVisible();
  await expect(proofs).toHaveCount(1);
});

test("a certificate: a name that cannot be printed, no reason to take it back, no right to it", async ({
  page,
  context,
  world,
}) => {
  await addGraduate(world, { firstName: "Irma", familyName: "Lisible" });
  await world.signIn(context, world.trainerId);
  await page.goto(`/fr/teach/cohorts/${world.cohortId}/certificates`);
  const printed = page.getByLabel("Nom à imprimer");
  const send = page.getByRole("button", { name: "Préparer le certificat" });
  for (const [name, sentence] of [
    ["", REQUIRED],
    ["x".repeat(101), TOO_LONG],
    ["Irma 漢字", "Un signe de ce nom ne peut pas être imprimé. Écrivez-le autrement."],
  ] as const) {
    await printed.fill(name);
    await send.click();
    await expectFault(printed, sentence);
    await expect(printed).toHaveValue(name);
  }
  await printed.fill("Irma Lisible");
  await send.dblclick();
  await expect(page.getByText("Le certificat de Irma Lisible est prêt.")).toBeVisible();
  await expect(page.getByRole("region", { name: "Certificats remis" }).getByRole("listitem")).toHaveCount(1);

  await page.getByText("Corriger ou retirer").click();
  await page.getByRole("button", { name: "Retirer le certificat" }).click();
  await expectFault(page.getByLabel("Pourquoi le retirer ?"), REQUIRED);
  await page.getByLabel("Pourquoi le retirer ?").fill("x".repeat(301));
  await page.getByRole("button", { name: "Retirer le certificat" }).click();
  await expectFault(page.getByLabel("Pourquoi le retirer ?"), TOO_LONG);

  const early = await mutate(context.request, "credentials.issueCertificate", {
    cohortId: world.cohortId,
    personId: world.learnerId,
  });
  expect(early.status()).toBe(409);
  expect((await early.json()).error.data).toMatchObject({ code: "CONFLICT", reason: "not-eligible" });
});

test("a session that ended in another window is said in the form, and nothing typed is lost", async ({
  page,
  context,
  world,
}) => {
  await world.signIn(context, world.trainerId);
  await page.goto(`/fr/teach/cohorts/${world.cohortId}/add`);
  await page.getByLabel("Noms").fill("Marie Gardée");
  await context.clearCookies();
  await page.getByRole("button", { name: "Ajouter 1 personne" }).click();
  await expect(page.getByText(/Votre session est terminée/)).toBeVisible();
  await expect(page.getByLabel("Noms")).toHaveValue("Marie Gardée");

  await world.signIn(context, world.trainerId);
  await context.setOffline(true);
  await page.getByRole("button", { name: "Ajouter 1 personne" }).click();
  await expect(page.getByText(/Il n’y a pas d’internet pour l’instant/)).toBeVisible();
  await expect(page.getByLabel("Noms")).toHaveValue("Marie Gardée");
  await context.setOffline(false);
  await page.getByRole("button", { name: "Ajouter 1 personne" }).click();
  await expect(page.getByText("1 personne est ajoutée.")).toBeVisible();
});
