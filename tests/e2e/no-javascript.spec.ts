import { expect, test, violationsOf } from "@/tests/support/journey";
import {
  checkPath,
  follow,
  issueCard,
  lessonPath,
  pictureName,
  practicePath,
} from "@/tests/support/learner-journey";
import { addOtherHouse } from "@/tests/support/staff-journey";

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
  await expect(page.getByRole("main").getByRole("link", { name: "Commencer", exact: true })).toBeVisible();
  await page.getByRole("link", { name: "Mon passeport" }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Passeport de Odette");
  await expect(page.getByText("Pas encore", { exact: true }).first()).toBeVisible();
});

const NOWHERE = {
  fr: ["Cette page n’existe pas", "Nous ne connaissons pas ce code"],
  nl: ["Deze pagina bestaat niet", "Wij kennen deze code niet"],
  de: ["Diese Seite gibt es nicht", "Wir kennen diesen Code nicht"],
  en: ["This page does not exist", "We do not know this code"],
} as const;

for (const hasScript of [false, true]) {
  test(`what does not exist says so in the language of its address, ${hasScript ? "with" : "without"} scripts`, async ({
    browser,
    world,
  }) => {
    const context = await browser.newContext({ locale: "fr-BE", javaScriptEnabled: hasScript });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on("pageerror", (error) => complaints.push(error.message));
    for (const [locale, [noPage, noCode]] of Object.entries(NOWHERE)) {
      for (const [path, title] of [
        ["/nowhere/at/all", noPage],
        ["/courses/itsme-eid/no-such-lesson", noPage],
        ["/courses/itsme-eid/log-in/steps/99", noPage],
        ["/verify/AAAA-BBBB-CCCC", noCode],
      ] as const) {
        const response = await page.goto(`/${locale}${path}`);
        expect(response?.status(), path).toBe(404);
        await expect(page.locator("html"), path).toHaveAttribute("lang", locale);
        await expect(page.getByRole("heading", { level: 1 }), path).toHaveText(title);
        await expect(page.getByRole("contentinfo"), path).toBeVisible();
      }
    }
    if (hasScript) expect(await violationsOf(page)).toEqual([]);
    const elsewhere = await addOtherHouse(world);
    await world.signIn(context, world.trainerId);
    const response = await page.goto(`/nl/teach/cohorts/${elsewhere.cohortId}`);
    expect(response?.status()).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(NOWHERE.nl[0]);
    await page.getByRole("link", { name: "Deutsch" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(NOWHERE.de[0]);
    await page.goto("/nl/verify/AAAA-BBBB-CCCC");
    await page.getByRole("textbox").fill("zu kurz");
    await page.getByRole("main").getByRole("button").click();
    await expect(page).toHaveURL(/\/nl\/verify\?code=/);
    expect(complaints).toEqual([]);
    await context.close();
  });
}
