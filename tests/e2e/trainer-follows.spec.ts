import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "@/tests/support/journey";
import { readQrCode } from "@/tests/support/paper";
import { enterAsDemo } from "@/tests/support/staff-journey";

const DEMO_GROUP = "Atelier du mardi (démo)";

const rowOf = (page: Page, name: string) =>
  page.getByRole("row").filter({ has: page.getByRole("rowheader", { name }) });

async function openDemoGroup(page: Page) {
  await enterAsDemo(page, "Formateur");
  await expect(page).toHaveURL(/\/fr\/teach$/);
  await page.getByRole("link", { name: DEMO_GROUP }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(DEMO_GROUP);
}

test("the trainer of the demonstration sees who is where, who is stuck, and whom to call", async ({
  page,
}) => {
  await openDemoGroup(page);
  const table = page.getByRole("table", { name: "Où en est chaque personne" });
  await expect(table.getByRole("rowheader")).toHaveCount(12);
  await expect(table.getByRole("columnheader")).toHaveText([
    "Personne",
    "En ce moment",
    "Fait",
    "Dernière activité",
    "Temps actif",
    "Aide vue",
  ]);

  const stuck = rowOf(page, "Denise Schmitz");
  await expect(stuck).toContainText("4 essais sur cette étape");
  await expect(stuck).toContainText("Exercice, étape 3 sur 8");
  await expect(stuck).toContainText("Donner le numéro et envoyer");
  const silent = rowOf(page, "André Collard");
  await expect(silent).toContainText(/\d jours sans nouvelles/);
  await expect(silent).toContainText("Étape 5 sur 8");
  await expect(rowOf(page, "Marcel Dumoulin")).toContainText("Pas encore commencé");
  await expect(rowOf(page, "Marcel Dumoulin").getByRole("cell", { name: "Jamais" })).toBeVisible();
  const done = rowOf(page, "Georges Lambert");
  await expect(done).toContainText("A tout terminé");
  await expect(done).toContainText("100 %");
  await expect(done.getByRole("cell", { name: /^\d{1,2} (?!min)\p{L}{3,4}\.?$/u })).toBeVisible();
  // The most urgent comes first.
  await expect(table.getByRole("rowheader").first()).toContainText("Denise Schmitz");
  await expectAccessible(page);

  await page.getByRole("link", { name: /^À appeler \(5\)$/ }).click();
  await expect(page).toHaveURL(/show=call/);
  await expect(table.getByRole("rowheader")).toHaveCount(5);
  await expect(rowOf(page, "Georges Lambert")).toHaveCount(0);
  await page.reload();
  await expect(table.getByRole("rowheader")).toHaveCount(5);
  await page.goBack();
  await expect(table.getByRole("rowheader")).toHaveCount(12);

  await page.getByRole("link", { name: "Denise Schmitz" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Denise Schmitz");
  const now = page.getByRole("region", { name: "En ce moment" });
  await expect(now).toContainText("Donner le numéro et envoyer");
  await expect(now).toContainText("4 essais sur cette étape");
  await expect(page.getByRole("region", { name: "Leçons et exercices" })).toContainText("En cours");
});

test("help that a trainer notes stands in the learner's passport", async ({
  page,
  context,
  browser,
  world,
}) => {
  await world.signIn(context, world.trainerId);
  await page.goto(`/fr/teach/cohorts/${world.cohortId}/learners/${world.learnerId}`);
  await page.getByText("Noter une aide").click();
  await expect(page.getByRole("radio", { name: /J’ai accompagné/ })).toBeChecked();
  await page
    .getByLabel("Pour quelle activité ?")
    .selectOption({ label: "Exercice : Se connecter sur l’ordinateur avec son numéro" });
  await page.getByLabel(/^Note/).fill("Elle a trouvé l’icône à la deuxième fois.");
  await page.getByRole("button", { name: "Enregistrer l’aide" }).click();
  await expect(page.getByText("C’est noté.")).toBeVisible();
  const proofs = page.getByRole("region", { name: "Preuves et aides notées" });
  await expect(proofs.getByRole("listitem")).toHaveCount(1);
  await expect(proofs).toContainText("Accompagnement");
  await expect(proofs).toContainText("Elle a trouvé l’icône à la deuxième fois.");

  const hers = await browser.newContext();
  await world.signIn(hers, world.learnerId);
  const passport = await hers.newPage();
  await passport.goto("/fr/learn/passport");
  const shown = passport.getByText("vu par votre formateur ou formatrice, avec quelqu’un à vos côtés");
  await expect(shown.first()).toBeVisible();
  await expect(passport.getByText("Note : Elle a trouvé l’icône à la deuxième fois.").first()).toBeVisible();
  await hers.close();
});

test("a group is set up: names pasted, the same name asked about, cards that open the door", async ({
  page,
  context,
  browser,
  world,
}) => {
  await world.signIn(context, world.trainerId);
  await page.goto("/fr/teach");
  await page.getByRole("link", { name: "Nouveau groupe" }).click();
  await page.getByLabel("Nom du groupe").fill("Jeudi après-midi");
  await page.getByRole("button", { name: "Créer le groupe" }).click();
  await page.waitForURL("**/add");

  const names = page.getByLabel("Noms");
  await names.fill("1. Marie Van den Berghe\nDUPONT Yves\n\nMarie Van den Berghe\n");
  await expect(page.getByText("3 personnes lues")).toBeVisible();
  await page.getByRole("button", { name: "Ajouter 3 personnes" }).click();
  await expect(page.getByRole("group", { name: "Est-ce la même personne ?" })).toBeVisible();
  const question = page.getByRole("checkbox", { name: /Marie Van den Berghe : c’est une autre personne/ });
  await expect(question).not.toBeChecked();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Corriger la liste" }).click();
  await expect(names).toHaveValue("1. Marie Van den Berghe\nDUPONT Yves\n\nMarie Van den Berghe\n");
  await page.getByRole("button", { name: "Ajouter 3 personnes" }).click();
  await page.getByRole("button", { name: "Continuer" }).click();
  await expect(page.getByText("2 personnes sont ajoutées.")).toBeVisible();

  await page.getByRole("link", { name: "Voir le groupe" }).click();
  await expect(page.getByRole("rowheader")).toHaveCount(2);
  await page.getByRole("link", { name: "Ajouter des personnes" }).click();
  await names.fill("Marie van den Berghe");
  await page.getByRole("button", { name: "Ajouter 1 personne" }).click();
  await expect(page.getByText("Ce nom est déjà dans le groupe.")).toBeVisible();
  await page.getByRole("checkbox", { name: "Marie van den Berghe : c’est une autre personne" }).check();
  await page.getByRole("button", { name: "Continuer" }).click();
  await expect(page.getByText("1 personne est ajoutée.")).toBeVisible();

  await page.getByRole("link", { name: "Imprimer les cartes" }).click();
  await page.getByRole("button", { name: "Préparer les cartes" }).click();
  await expect(page.getByText("Choisissez au moins une personne.")).toBeVisible();
  await page.getByRole("checkbox", { name: "Yves DUPONT" }).check();
  await page.getByRole("button", { name: "Préparer 1 carte" }).click();
  await expect(page.getByText("Les cartes sont prêtes")).toBeVisible();
  const square = page.getByRole("img", { name: "Carré à scanner pour ouvrir la page de Yves" });
  const address = readQrCode(await square.screenshot());
  const card = page.getByRole("listitem").filter({ has: square });
  await expect(card).not.toContainText("upont");
  const pictures = await card.getByRole("list").getByRole("listitem").allInnerTexts();
  expect(pictures).toHaveLength(3);

  const atHome = await browser.newContext({ locale: "fr-BE" });
  const tablet = await atHome.newPage();
  await tablet.goto(address ?? "no address in the square");
  for (const words of pictures) {
    const picture = words.replace(/^\s*\d\.\s*/, "").trim();
    await tablet
      .getByRole("group", { name: "Les images" })
      .getByRole("button", { name: picture, exact: true })
      .click();
  }
  await tablet.getByRole("button", { name: "Entrer" }).click();
  await expect(tablet.getByRole("heading", { level: 1 })).toHaveText("Bonjour Yves");
  await atHome.close();
});
