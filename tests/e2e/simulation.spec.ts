import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "@/tests/support/journey";
import {
  askOnTheComputer,
  confirmOnThePhone,
  device,
  finishOnThePhone,
  practicePath,
  startPractice,
  wantedDrawing,
} from "@/tests/support/learner-journey";

const timer = (page: Page) => device(page, "L’ordinateur").getByRole("timer");

test("with the real clock the time runs out, and one tap begins again", async ({ page, context, world }) => {
  await world.signIn(context, world.learnerId);
  await page.clock.install();
  await page.goto(practicePath());
  await startPractice(page, { clock: "Vrai chrono" });
  await askOnTheComputer(page);
  await expect(timer(page)).toHaveText(/^(3:00|2:5\d)$/);
  await expect(timer(page)).toHaveAccessibleName(/^Il reste [23] min \d\d s$/);
  await page.clock.fastForward("02:10");
  await expect(timer(page)).toHaveText(/^0:[345]\d$/);
  await expect(
    page.getByText("Il reste 60 secondes. Si le temps passe, vous pourrez recommencer."),
  ).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("button", { name: "Pause" }).click();
  await expect(page.getByText("L’exercice est en pause. Le temps aussi.")).toBeVisible();
  await expectAccessible(page);
  await page.clock.fastForward("05:00");
  await page.getByRole("button", { name: "Reprendre" }).click();
  await expect(timer(page)).toHaveText(/^0:\d\d$/);

  await page.clock.fastForward("01:00");
  const computer = device(page, "L’ordinateur");
  await expect(computer.getByRole("heading", { name: "Le temps est passé" })).toBeVisible();
  await expect(computer.getByText("Cela arrive à tout le monde.")).toBeVisible();
  await expectAccessible(page);
  await computer.getByRole("button", { name: "Refaire la demande" }).click();
  await expect(timer(page)).toHaveText(/^(3:00|2:5\d)$/);
  await confirmOnThePhone(page);
  await finishOnThePhone(page);
});

test("without a clock the time stands still and says so", async ({ page }) => {
  await page.clock.install();
  await page.goto(practicePath());
  await startPractice(page);
  await askOnTheComputer(page);
  await page.clock.fastForward("10:00");
  await expect(timer(page)).toHaveText("3:00");
  await expect(page.getByText("Sans chrono : prenez votre temps.")).toBeVisible();
});

test("« Montre-moi » plays itself to the end, can wait, and hands over", async ({ page }) => {
  await page.clock.install();
  await page.goto(practicePath());
  await startPractice(page, { mode: "Montre-moi" });
  const show = page.getByRole("region", { name: "Démonstration" });
  await expect(show).toContainText("Je clique sur « Se connecter ».");
  await expectAccessible(page);
  await show.getByRole("button", { name: "Pause" }).click();
  await page.clock.fastForward("01:00");
  await expect(page.getByText("Étape 1 sur 8")).toBeVisible();
  await show.getByRole("button", { name: "Suivant" }).click();
  await expect(page.getByText("Étape 2 sur 8")).toBeVisible();
  await show.getByRole("button", { name: "Lire la suite" }).click();
  const done = page.getByRole("main").getByText("La démonstration est finie. À vous de jouer.").last();
  await expect(async () => {
    await page.clock.fastForward("00:30");
    await expect(done).toBeVisible({ timeout: 200 });
  }).toPass();
  await page.getByRole("button", { name: "Voir ce que j’ai fait" }).click();
  await expect(page.getByText("Vous avez vu toutes les étapes.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "À mon tour" }).click();
  await expect(page.getByRole("radio", { name: "Avec aide" })).toBeChecked();
});

test("another drawing than the computer's stops the request, kindly, and it can be made again", async ({
  page,
}) => {
  await page.goto(practicePath());
  await startPractice(page);
  await askOnTheComputer(page);
  await confirmOnThePhone(page);
  const wanted = await wantedDrawing(page);
  const other = ["bateau", "tulipe", "phare"].find((name) => name !== wanted) ?? "";
  await device(page, "Le téléphone").getByRole("button", { name: other }).click();
  const stage = page.getByRole("main");
  await expect(
    stage.getByText("Ce n’est pas le dessin de l’ordinateur.", { exact: false }).last(),
  ).toBeVisible();
  await expect(
    device(page, "Le téléphone").getByText("L’application arrête la demande par prudence."),
  ).toBeVisible();
  await expect(page.getByText(/échec|échoué|erreur|faux/i)).toHaveCount(0);
  await expectAccessible(page);
  await device(page, "L’ordinateur").getByRole("button", { name: "Refaire la demande" }).click();
  await confirmOnThePhone(page);
  await finishOnThePhone(page);
});

test("a code for something else is named, and asks for the right one", async ({ page }) => {
  await page.goto(practicePath());
  await startPractice(page);
  await askOnTheComputer(page);
  await confirmOnThePhone(page);
  const phone = device(page, "Le téléphone");
  await phone.getByRole("button", { name: await wantedDrawing(page) }).click();
  const field = phone.getByRole("textbox", { name: "Code itsme, 5 chiffres" });
  await field.fill("84026");
  await phone.getByRole("button", { name: "OK" }).click();
  await expect(phone.getByText("C’est le code de la banque.", { exact: false })).toBeVisible();
  await expect(field).toHaveValue("");
  await expectAccessible(page);
});

test("a number that could be somebody's own is refused kindly and never leaves the browser", async ({
  page,
  context,
  world,
}) => {
  await world.signIn(context, world.learnerId);
  const sent: string[] = [];
  page.on("request", (request) => {
    sent.push(decodeURIComponent(request.url()), request.postData() ?? "");
  });
  await page.goto(practicePath());
  await startPractice(page);
  const computer = device(page, "L’ordinateur");
  await computer.getByRole("button", { name: "Se connecter" }).click();
  await computer.getByRole("button", { name: "itsme" }).click();
  const field = computer.getByRole("textbox", { name: "Numéro de téléphone" });
  await field.fill("85.07.30-033 28");
  await computer.getByRole("button", { name: "Envoyer" }).click();
  await expect(
    computer.getByText("Cela ressemble à un numéro national. Nous ne l’avons pas gardé."),
  ).toBeVisible();
  await expect(field).toHaveValue("");
  await expectAccessible(page);
  await field.fill("0475 12 34 56");
  await computer.getByRole("button", { name: "Envoyer" }).click();
  await expect(
    computer.getByText("Ce n’est pas un numéro de l’exercice. Nous ne l’avons pas gardé."),
  ).toBeVisible();
  await expect(field).toHaveValue("");
  await field.fill("470 00 00 01");
  await computer.getByRole("button", { name: "Envoyer" }).click();
  await expect(computer.getByRole("heading", { name: "Prouvez que c’est vous" })).toBeVisible();
  await expect(page.getByText("Enregistré", { exact: true })).toBeVisible();
  const digits = sent.map((text) => text.replace(/[^\d"]/g, "")).join(" ");
  expect(digits, "the moves were sent").toContain("470000001");
  expect(digits).not.toContain("85073003328");
  expect(digits).not.toContain("475123456");
});

test("a small screen shows one device at a time and says where to look", async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 720 });
  await page.goto(practicePath());
  await startPractice(page);
  const [computer, phone, memo] = [
    device(page, "L’ordinateur"),
    device(page, "Le téléphone"),
    device(page, "Le pense-bête"),
  ];
  const show = (name: string) => page.getByRole("button", { name, exact: true }).click();
  await expect(computer).toBeVisible();
  await expect(phone).toBeHidden();
  await show("Le pense-bête");
  await expect(memo).toContainText("0470 00 00 01");
  await expect(computer).toBeHidden();
  await show("L’ordinateur");
  await computer.getByRole("button", { name: "Se connecter" }).click();
  await computer.getByRole("button", { name: "itsme" }).click();
  await computer.getByRole("textbox", { name: "Numéro de téléphone" }).fill("470 00 00 01");
  await computer.getByRole("button", { name: "Envoyer" }).click();
  const wanted = await wantedDrawing(page);
  await expectAccessible(page);
  await show("Regardez le téléphone");
  await expect(phone).toBeVisible();
  await expect(computer).toBeHidden();
  await confirmOnThePhone(page);
  await expectAccessible(page);
  await phone.getByRole("button", { name: wanted }).click();
  await phone.getByRole("textbox", { name: "Code itsme, 5 chiffres" }).fill("61947");
  await phone.getByRole("button", { name: "OK" }).click();
  await show("Regardez l’ordinateur");
  await expect(computer.getByText("La connexion a réussi. Voici votre dossier.")).toBeVisible();
  await expect(page.getByText("C’est réussi", { exact: true })).toBeVisible();
});
