import type { Page } from "@playwright/test";
import { expect, test } from "@/tests/support/journey";
import { expectFocusKept, pressByKeyboard, tabTo } from "@/tests/support/keyboard";
import {
  type CheckQuestion,
  checkPath,
  checkQuestions,
  device,
  issueCard,
  lessonPath,
  pictureName,
  practicePath,
  questionOf,
  readMemo,
  savedMark,
  wantedDrawing,
} from "@/tests/support/learner-journey";

const press = (page: Page, name: string) =>
  pressByKeyboard(page, page.getByRole("button", { name, exact: true }));

test("with the keyboard alone: in with a card, and through a step", async ({ page, browser, world }) => {
  const card = await issueCard(browser, world);
  await page.goto("/fr/sign-in");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Aller au contenu" })).toBeFocused();
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByRole("textbox", { name: "Code de ma carte" }));
  await page.keyboard.type(card.code);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Vos trois images");
  for (const id of card.pictures) {
    await tabTo(page, page.getByRole("button", { name: pictureName(id) }));
    await page.keyboard.press("Space");
  }
  await expect(page.getByRole("button", { name: "Entrer", exact: true })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Bonjour Odette");
  await pressByKeyboard(page, page.getByRole("main").getByRole("link", { name: "Commencer", exact: true }));
  await page.waitForURL("**/steps/1");
  await page.goto(`${lessonPath()}/steps/1`);
  await expect(page.getByText("Étape 1 sur 8")).toBeVisible();
  await expect(savedMark(page)).toBeVisible();
  await pressByKeyboard(page, page.getByRole("link", { name: "Suivant" }));
  await expect(page.getByText("Étape 2 sur 8")).toBeVisible();
  await pressByKeyboard(page, page.getByRole("link", { name: "code itsme" }));
  await expect(page).toHaveURL(/#word-code-itsme$/);
});

test("with the keyboard alone: an exercise with a hint, a slip and its end", async ({
  page,
  context,
  world,
}) => {
  await world.signIn(context, world.learnerId);
  await page.goto(lessonPath());
  await pressByKeyboard(page, page.getByRole("link", { name: /^S’exercer : / }).first());
  await page.waitForURL(`**${practicePath()}`);
  await tabTo(page, page.getByRole("radio", { name: "Avec aide" }));
  await page.keyboard.press("ArrowUp");
  await expect(page.getByRole("radio", { name: "Montre-moi" })).toBeChecked();
  await page.keyboard.press("ArrowDown");
  await tabTo(page, page.getByRole("radio", { name: "Sans chrono" }));
  await press(page, "Commencer");
  await expect(page.getByRole("heading", { level: 2, name: "Demander à se connecter" })).toBeFocused();

  const [computer, phone] = [device(page, "L’ordinateur"), device(page, "Le téléphone")];
  await press(page, "Un indice");
  await expectFocusKept(page);
  await press(page, "Montrer où");
  await expectFocusKept(page);
  await pressByKeyboard(page, computer.getByRole("button", { name: "Créer un dossier" }));
  await expect(computer.getByText("a déjà un dossier", { exact: false })).toBeVisible();
  await expectFocusKept(page);
  await press(page, "Revenir en arrière");
  await expectFocusKept(page);
  await pressByKeyboard(page, computer.getByRole("button", { name: "Se connecter" }));
  await expect(computer.getByRole("article")).toBeFocused();
  await pressByKeyboard(page, computer.getByRole("button", { name: "itsme" }));
  await expect(computer.getByRole("article")).toBeFocused();
  const { number, code } = await readMemo(page);
  await tabTo(page, computer.getByRole("textbox", { name: "Numéro de téléphone" }));
  await page.keyboard.type(number);
  await page.keyboard.press("Enter");
  await expectFocusKept(page);
  const wanted = await wantedDrawing(page);
  await pressByKeyboard(page, phone.getByRole("list", { name: "Messages reçus" }).getByRole("button"));
  await expect(phone.getByRole("article")).toBeFocused();
  await pressByKeyboard(page, phone.getByRole("button", { name: "S’identifier" }));
  await expect(phone.getByRole("article")).toBeFocused();
  await pressByKeyboard(page, phone.getByRole("button", { name: "Confirmer" }));
  await expect(phone.getByRole("article")).toBeFocused();
  await tabTo(page, phone.getByRole("button", { name: wanted }));
  await page.keyboard.press("Space");
  await tabTo(page, phone.getByRole("textbox", { name: "Code itsme, 5 chiffres" }));
  await page.keyboard.type(code);
  await page.keyboard.press("Enter");
  await expect(page.getByText("C’est réussi", { exact: true })).toBeVisible();
  await expectFocusKept(page);
  await press(page, "Voir ce que j’ai fait");
  await expect(page.getByRole("heading", { name: "C’est réussi" })).toBeFocused();
  await pressByKeyboard(page, page.getByRole("link", { name: "L’exercice suivant" }));
  await page.waitForURL(
    (url) => url.pathname.includes("/practice/") && !url.pathname.endsWith(practicePath()),
  );
});

/** Fills in the right answer with Tab, Space, arrows and letters only. */
async function fillInByKeyboard(page: Page, question: CheckQuestion) {
  const words = (id: string) => question.choices[id] ?? "";
  switch (question.kind) {
    case "single":
    case "true-false": {
      const wanted = page.getByRole("radio", { name: words(String(question.key)), exact: true });
      await tabTo(page, page.getByRole("radio").first());
      await page.keyboard.press("Space");
      while (!(await wanted.isChecked())) await page.keyboard.press("ArrowDown");
      return;
    }
    case "multiple":
      for (const id of Object.keys(question.choices).filter((one) => question.key.includes(one))) {
        await tabTo(page, page.getByRole("checkbox", { name: words(id), exact: true }));
        await page.keyboard.press("Space");
      }
      return;
    case "match":
      for (const [left, right] of Object.entries(question.key)) {
        const list = page.getByLabel(words(left));
        await tabTo(page, list);
        while ((await list.inputValue()) !== right) await page.keyboard.press("ArrowDown");
      }
      return;
    case "order":
      for (const [place, id] of question.key.entries()) {
        const line = page
          .getByRole("group")
          .getByRole("listitem")
          .filter({ hasText: words(id) });
        const lines = page.getByRole("group").getByRole("listitem");
        while (!(await lines.nth(place).textContent())?.includes(words(id))) {
          const up = line.getByRole("button").first();
          await tabTo(page, up);
          await page.keyboard.press("Enter");
          await expectFocusKept(page);
        }
      }
      return;
    case "sort":
      for (const [item, group] of Object.entries(question.key)) {
        const row = page.getByRole("group", { name: words(item) });
        const wanted = row.getByRole("radio", { name: question.right[group] ?? "" });
        await tabTo(page, row.getByRole("radio").first());
        await page.keyboard.press("Space");
        while (!(await wanted.isChecked())) await page.keyboard.press("ArrowDown");
      }
      return;
    case "point": {
      const wanted = page.getByRole("radio", { name: question.screen[question.key] ?? "", exact: true });
      await tabTo(page, page.getByRole("radio").first());
      await page.keyboard.press("Space");
      while (!(await wanted.isChecked())) await page.keyboard.press("ArrowDown");
      return;
    }
    case "fill-in":
      await tabTo(page, page.getByRole("textbox", { name: question.prompt }));
      await page.keyboard.type(question.accepted);
  }
}

test("with the keyboard alone: a question of each kind", async ({ page, context, world }) => {
  test.setTimeout(120_000);
  await world.signIn(context, world.learnerId);
  await page.goto(checkPath());
  await press(page, "Commencer");
  const questions = checkQuestions();
  for (const [index, question] of questions.entries()) {
    await expect(page.getByText(questionOf(index + 1))).toBeVisible();
    await expectFocusKept(page);
    await fillInByKeyboard(page, question);
    await press(page, "Valider ma réponse");
    await expect(page.getByText("C’est juste", { exact: true })).toBeVisible();
    await expectFocusKept(page);
    await press(page, index === questions.length - 1 ? "Voir mon résultat" : "Question suivante");
  }
  await expect(page.getByText("Bravo, c’est acquis")).toBeVisible();
  await expectFocusKept(page);
});
