import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "@/tests/support/journey";

const LESSON = "/fr/courses/itsme-eid/log-in";

async function readToTheEnd(page: Page) {
  for (;;) {
    await expect(page.getByText("Enregistré", { exact: true })).toBeVisible();
    const next = page.getByRole("link", { name: "Suivant" });
    if ((await next.count()) === 0) return;
    const before = page.url();
    await next.click();
    await page.waitForURL((url) => url.href !== before);
  }
}

/** Plays the simulation up to the picture on the phone, as the memo of the exercise says. */
async function askToEnter(page: Page) {
  const computer = page.getByRole("region", { name: "L’ordinateur" });
  const phone = page.getByRole("region", { name: "Le téléphone" });
  await computer.getByRole("button", { name: "Se connecter" }).click();
  await computer.getByRole("button", { name: "itsme" }).click();
  await computer.getByRole("textbox", { name: "Numéro de téléphone" }).fill("470 00 00 01");
  await computer.getByRole("button", { name: "Envoyer" }).click();
  await phone.getByRole("button", { name: /itsme/ }).first().click();
  await phone.getByRole("button", { name: "S’identifier" }).click();
  await phone.getByRole("button", { name: "Confirmer" }).click();
}

async function finish(page: Page) {
  const computer = page.getByRole("region", { name: "L’ordinateur" });
  const phone = page.getByRole("region", { name: "Le téléphone" });
  const drawing = await computer.getByRole("img", { name: /Dessin à retrouver/ }).getAttribute("aria-label");
  const wanted = drawing?.split(":").at(-1)?.trim() ?? "";
  await phone.getByRole("button", { name: wanted }).click();
  for (const digit of "61947") await phone.getByRole("button", { name: digit, exact: true }).click();
  await phone.getByRole("button", { name: "OK" }).click();
}

test("a learner reads, practises, answers, and finds the proof in her passport", async ({ page, context, world }) => {
  await world.signIn(context, world.learnerId);
  await page.goto("/fr/learn");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Bonjour Odette");
  await expect(page.getByRole("link", { name: /Appeler Karim/ }).first()).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Commencer" }).click();
  await page.waitForURL(`**${LESSON}/steps/1`);
  await readToTheEnd(page);
  await page.getByRole("link", { name: "S’exercer" }).click();

  await page.getByRole("button", { name: "Commencer" }).click();
  await askToEnter(page);
  await finish(page);
  await expect(page.getByText("Enregistré", { exact: true })).toBeVisible();
  await page.getByRole("link", { name: "Vérifier ce que je sais" }).click();

  await page.getByRole("button", { name: "Commencer" }).click();
  await expect(page.getByText("Question 1 sur 8")).toBeVisible();
});
