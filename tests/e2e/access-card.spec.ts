import { MOST_WRONG_TRIES } from "@/server/identity/access-cards/rules";
import { expect, expectAccessible, test } from "@/tests/support/journey";
import { enterWithCard, issueCard, newDevice, pictureName } from "@/tests/support/learner-journey";
import { readQrCode } from "@/tests/support/paper";

test("a trainer prints a card; its square and three pictures open the learner's home on a new device", async ({
  browser,
  world,
}) => {
  const trainer = await newDevice(browser);
  await world.signIn(trainer.context, world.trainerId);
  await trainer.page.goto(`/fr/teach/cohorts/${world.cohortId}/cards`);
  await trainer.page.getByRole("checkbox", { name: "Odette Essai" }).check();
  await trainer.page.getByRole("button", { name: "Préparer 1 carte" }).click();
  await expect(trainer.page.getByText("Les cartes sont prêtes")).toBeVisible();
  await expectAccessible(trainer.page);
  const square = trainer.page.getByRole("img", { name: "Carré à scanner pour ouvrir la page de Odette" });
  const address = readQrCode(await square.screenshot());
  expect(address).toMatch(/\/fr\/c\/[0-9A-Z]{8}$/);
  const card = trainer.page.getByRole("listitem").filter({ has: square });
  await expect(card).not.toContainText("Essai");
  const pictures = await card.getByRole("list").getByRole("listitem").allInnerTexts();
  expect(pictures.map((words) => words.trim().slice(0, 2))).toEqual(["1.", "2.", "3."]);

  const { page } = await newDevice(browser);
  await page.goto(address ?? "");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Vos trois images");
  await expectAccessible(page);
  for (const words of pictures) {
    await page.getByRole("button", { name: words.replace(/^\s*\d\.\s*/, "").trim() }).click();
  }
  await expect(page.getByText(/Vos trois images sont choisies/)).toBeAttached();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Entrer", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Bonjour Odette");
});

test("the code can be typed in small letters and with spaces", async ({ page, browser, world }) => {
  const card = await issueCard(browser, world);
  await page.goto("/fr/sign-in");
  await expectAccessible(page);
  const field = page.getByRole("textbox", { name: "Code de ma carte" });
  const submit = page
    .getByRole("region", { name: "J’ai une carte" })
    .getByRole("button", { name: "Continuer" });
  await field.fill("7K2M");
  await submit.click();
  await expect(field).toHaveAccessibleDescription(/carte/);
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await expect(field).toHaveValue("7K2M");
  await field.fill(` ${[...card.code.toLowerCase().replace("-", " ")].join(" ")} `);
  await submit.click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Vos trois images");
  await enterWithCard(page, card);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Bonjour Odette");
});

test("wrong pictures say how many tries are left; after ten the card is locked and says whom to call", async ({
  page,
  browser,
  world,
}) => {
  const card = await issueCard(browser, world);
  const wrong = { pictures: card.pictures.toReversed() };
  await page.goto(card.url);
  await page.getByRole("button", { name: pictureName(card.pictures[0] ?? "") }).click();
  await page.getByRole("button", { name: "Entrer", exact: true }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Attention" })).toBeVisible();
  await page.getByRole("button", { name: "Recommencer" }).click();
  for (let tries = 1; tries < MOST_WRONG_TRIES; tries += 1) {
    await enterWithCard(page, wrong);
    const left = MOST_WRONG_TRIES - tries;
    const words = left === 1 ? "il reste un essai" : `Il reste ${left} essais`;
    await expect(page.getByRole("alert").filter({ hasText: words })).toBeFocused();
    if (tries === 1) await expectAccessible(page);
  }
  await enterWithCard(page, wrong);
  const locked = page.getByRole("alert").filter({ hasText: "Votre carte est bloquée" });
  await expect(locked).toBeFocused();
  await expect(locked.getByRole("link", { name: "Appelez Karim au 0470 00 00 04" })).toHaveAttribute(
    "href",
    /^tel:/,
  );
  const noPictures = async () => {
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Votre carte est bloquée");
    await expect(page.getByRole("button", { name: "Entrer", exact: true })).toHaveCount(0);
    await expect(page.getByText(/Touchez les trois images/)).toHaveCount(0);
    await expectAccessible(page);
  };
  await noPictures();
  await page.goto(card.url);
  await expect(locked.getByRole("link", { name: "Appelez Karim au 0470 00 00 04" })).toBeVisible();
  await noPictures();
});

test("a replaced card says so, and what it had opened closes at once", async ({ page, browser, world }) => {
  const old = await issueCard(browser, world);
  await page.goto(old.url);
  await enterWithCard(page, old);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Bonjour Odette");
  const fresh = await issueCard(browser, world);
  await page.getByRole("link", { name: "Mon passeport" }).first().click();
  await page.waitForURL(/\/fr\/sign-in\?next=/);
  await page.goto(old.url);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Cette carte ne marche plus");
  await expect(page.getByText(/Touchez les trois images/)).toHaveCount(0);
  const replaced = page.getByRole("alert").filter({ hasText: "Vous avez une carte plus récente" });
  await expect(replaced).toBeVisible();
  await expect(replaced.getByRole("link", { name: /Appelez Karim/ })).toBeVisible();
  await expectAccessible(page);
  await page.goto(fresh.url);
  await enterWithCard(page, fresh);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Bonjour Odette");
});
