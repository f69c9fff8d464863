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
  await show.getByRole("button", { name: "Pause" }).click();
  await expectAccessible(page);
  await page.clock.fastForward("01:00");
  await expect(page.getByText("Étape 1 sur 8")).toBeVisible();
  await show.getByRole("button", { name: "Suivant" }).click();
  await expect(page.getByText("Étape 2 sur 8")).toBeVisible();
  await show.getByRole("button", { name: "Précédent" }).click();
  await expect(page.getByText("Étape 1 sur 8")).toBeVisible();
  await show.getByRole("button", { name: "Lente" }).press("Enter");
  await expect(show.getByRole("button", { name: "Lente" })).toHaveAttribute("aria-pressed", "true");
  await page.getByRole("button", { name: "Un indice" }).click();
  await expect(
    page.getByText("Sur l’ordinateur, cliquez sur le bouton", { exact: false }).first(),
  ).toBeVisible();
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

/** Everything the pages of this address keep in the browser, as text. */
const keptInBrowser = (page: Page) =>
  page.evaluate(async () => {
    const ask = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const kept: unknown[] = [{ ...localStorage }, { ...sessionStorage }];
    for (const { name = "" } of await indexedDB.databases()) {
      const database = await ask(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        kept.push(await ask(database.transaction(store).objectStore(store).getAll()));
      }
      database.close();
    }
    return JSON.stringify(kept);
  });

test("what could be somebody's own is refused kindly, and neither leaves the browser nor stays in it", async ({
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
  const secrets = [
    ["85.07.30-033 28", "Cela ressemble à un numéro national."],
    ["6703 0512 3456 7891", "Cela ressemble à un numéro de carte."],
    ["BE68 5390 0754 7034", "Cela ressemble à un numéro de compte."],
    ["0475 12 34 56", "Ce n’est pas un numéro de l’exercice."],
    ["odette@maison.be", "Cela ressemble à une vraie adresse e-mail."],
  ] as const;
  for (const [secret, answer] of secrets) {
    await field.fill(secret);
    await computer.getByRole("button", { name: "Envoyer" }).click();
    await expect(computer.getByText(answer)).toBeVisible();
    await expect(field).toHaveValue("");
  }
  await expectAccessible(page);
  await field.fill("470 00 00 01");
  await computer.getByRole("button", { name: "Envoyer" }).click();
  await expect(computer.getByRole("heading", { name: "Prouvez que c’est vous" })).toBeVisible();

  await confirmOnThePhone(page);
  const phone = device(page, "Le téléphone");
  await phone.getByRole("button", { name: await wantedDrawing(page) }).click();
  const pad = phone.getByRole("textbox", { name: "Code itsme, 5 chiffres" });
  await pad.evaluate((input) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text", "6703 0512 3456 7891");
    input.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  });
  await expect(phone.getByText("Cela ressemble à un numéro de carte.")).toBeVisible();
  await expect(pad).toHaveValue("");
  await pad.fill("67030");
  await phone.getByRole("button", { name: "OK" }).click();
  await expect(phone.getByText("N’essayez jamais votre vrai code ici.", { exact: false })).toBeVisible();

  await expect(page.getByText("Enregistré", { exact: true })).toBeVisible();
  const traces = `${sent.join(" ")} ${await keptInBrowser(page)}`;
  const digits = traces.replace(/[\s./-]/g, "");
  expect(digits, "the moves were sent").toContain("470000001");
  for (const [secret] of secrets) expect(digits).not.toContain(secret.replace(/[\s./-]/g, ""));
  expect(traces).not.toContain("67030");
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
