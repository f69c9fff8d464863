import { expect, expectAccessible, test } from "@/tests/support/journey";
import { device, practicePath, startPractice } from "@/tests/support/learner-journey";

test("the same help stands beside every way of playing, and says where one is and whom to call", async ({
  page,
  context,
  world,
}) => {
  await world.signIn(context, world.learnerId);
  await page.addInitScript(() => {
    const said: string[] = [];
    const voice = { lang: "fr-BE", name: "Essai", localService: true, default: true, voiceURI: "essai" };
    Object.assign(window, { said });
    Object.defineProperty(window, "speechSynthesis", {
      value: Object.assign(new EventTarget(), {
        getVoices: () => [voice],
        speak: ({ text, lang }: SpeechSynthesisUtterance) => said.push(`${lang} ${text}`),
        cancel: () => said.push("stop"),
      }),
    });
    Object.defineProperty(window, "SpeechSynthesisUtterance", {
      value: class {
        constructor(readonly text: string) {}
      },
    });
  });
  await page.goto(practicePath());
  await startPractice(page, { mode: "Seul(e)" });
  const help = page.getByRole("region", { name: "Aide pour l’exercice" });
  const tool = (name: string) => help.getByRole("button", { name, exact: true });
  await expect(tool("Un indice")).toHaveCount(0);
  await tool("Lire à voix haute").click();
  const said = () => page.evaluate(() => (window as unknown as { said: string[] }).said);
  expect((await said()).at(-1)).toBe("fr-BE Étape 1 sur 8");
  await tool("Arrêter").click();
  expect((await said()).at(-1)).toBe("stop");
  await expect(tool("Lire à voix haute")).toBeVisible();

  await tool("Je suis perdu").click();
  const here = page.getByRole("region", { name: "Vous êtes ici" });
  await expect(here.getByRole("heading")).toBeFocused();
  await expect(here).toContainText("Vous êtes à l’étape 1 sur 8.");
  await expect(here).toContainText("Connectez Lucie au site");
  await expect(here.getByRole("link", { name: "Karim" })).toHaveAttribute("href", /^tel:/);
  await expectAccessible(page);
  await here.getByRole("button", { name: "Continuer l’exercice" }).click();
  await expect(device(page, "L’ordinateur").getByRole("article")).toBeFocused();

  await device(page, "L’ordinateur").getByRole("button", { name: "Se connecter" }).click();
  await expect(page.getByText("Étape 2 sur 8", { exact: true })).toBeVisible();
  await page
    .getByRole("complementary", { name: "Aide" })
    .getByRole("link", { name: "Je suis perdu" })
    .click();
  await expect(here).toContainText("Vous êtes à l’étape 2 sur 8.");
  await tool("Recommencer").click();
  await expect(page.getByText("Étape 1 sur 8", { exact: true })).toBeVisible();
});

test("the edge of the exercise stays on a small screen that scrolls", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(practicePath());
  await startPractice(page);
  const edge = page.getByText("Exercice", { exact: true }).first();
  await page.getByRole("button", { name: "Recommencer" }).scrollIntoViewIfNeeded();
  await expect(edge).toBeInViewport();
  await page.evaluate(() => document.documentElement.setAttribute("data-text-size", "200"));
  await page.getByRole("button", { name: "Recommencer" }).scrollIntoViewIfNeeded();
  await expect(edge).toBeInViewport();
  await expectAccessible(page);
});
