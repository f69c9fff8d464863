import { expect, test } from "@/tests/support/journey";
import {
  checkPath,
  follow,
  issueCard,
  lessonPath,
  pictureName,
  practicePath,
} from "@/tests/support/learner-journey";

test.use({ javaScriptEnabled: false });

test("a lesson reads step by step, with its words and its sheets of paper", async ({ page }) => {
  await page.goto("/fr/courses/itsme-eid");
  await page.getByRole("link", { name: /Se connecter avec itsme/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Se connecter avec itsme");
  await page.getByRole("link", { name: /Lire la leçon/ }).click();
  for (let step = 1; step <= 8; step += 1) {
    await expect(page.getByText(`Étape ${step} sur 8`)).toBeVisible();
    if (step < 8) await follow(page, "Suivant");
  }
  await expect(page.getByRole("heading", { name: "À retenir" })).toBeVisible();
  await follow(page, "Précédent");
  await expect(page.getByText("Étape 7 sur 8")).toBeVisible();
  await page.goto(`${lessonPath()}/steps/2`);
  await page.getByRole("link", { name: "code itsme" }).click();
  await expect(page).toHaveURL(/#word-code-itsme$/);
  await expect(page.getByText("code itsme", { exact: true }).last()).toBeInViewport();
  await page.goto(`${lessonPath()}/sheet`);
  await expect(page.getByRole("listitem").filter({ hasText: "Tapez votre code itsme" })).toBeVisible();
  await expect(page.getByText("Financé par l’Union européenne").first()).toBeVisible();
});

test("an exercise says what it needs and gives its steps on paper", async ({ page }) => {
  await page.goto(practicePath());
  await expect(page.getByText("Cet exercice a besoin de JavaScript.")).toBeVisible();
  await page.getByRole("link", { name: "Imprimer les étapes" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "Choisir itsme" })).toBeVisible();
  await page.goto(checkPath());
  await expect(page.getByText(/besoin de JavaScript/)).toBeVisible();
});

test("a card opens the home and the passport", async ({ page, browser, world }) => {
  const card = await issueCard(browser, world);
  await page.goto("/fr/sign-in");
  await page.getByRole("textbox", { name: "Code de ma carte" }).fill(card.code);
  await page
    .getByRole("region", { name: "J’ai une carte" })
    .getByRole("button", { name: "Continuer" })
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Vos trois images");
  for (const [index, id] of card.pictures.entries()) {
    await page.getByRole("button", { name: pictureName(id) }).click();
    const chosen = page.getByRole("region", { name: "Votre choix" }).getByRole("listitem").nth(index);
    await expect(chosen).toContainText(pictureName(id));
  }
  await page.getByRole("button", { name: "Entrer", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Bonjour Odette");
  await expect(page.getByRole("main").getByRole("link", { name: "Commencer" })).toBeVisible();
  await page.getByRole("link", { name: "Mon passeport" }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Passeport de Odette");
  await expect(page.getByText("Pas encore", { exact: true }).first()).toBeVisible();
});
