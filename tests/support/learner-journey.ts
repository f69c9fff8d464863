import { readFileSync } from "node:fs";
import type { Browser, Page } from "@playwright/test";
import { parse } from "yaml";
import type { Locale } from "@/db/enums";
import type { PrintableCard } from "@/server/identity/access-cards/schema";
import { expect, type World } from "./journey";
import { succeed } from "./staff-journey";

const COURSE = "content/courses/itsme-eid";
const MISSING = "not in the course files";

export const lessonPath = (locale: Locale = "fr") => `/${locale}/courses/itsme-eid/log-in`;
export const practicePath = (locale: Locale = "fr") =>
  `${lessonPath(locale)}/practice/log-in-computer-number`;
export const checkPath = (locale: Locale = "fr") => `${lessonPath(locale)}/check`;

/** Opens what a page leads to next, and waits until its address changed. */
export async function follow(page: Page, name: string): Promise<void> {
  const before = page.url();
  await page.getByRole("link", { name, exact: true }).click();
  await page.waitForURL((url) => url.href !== before);
}

/** What was done so far has arrived. */
export const savedMark = (page: Page) => page.getByText("Enregistré", { exact: true });

/** Another device: a browser that knows nobody yet. */
export async function newDevice(browser: Browser, options: { javaScriptEnabled?: boolean } = {}) {
  const context = await browser.newContext(options);
  return { context, page: await context.newPage() };
}

/** A card of the learner, made by her trainer through the same door as the trainer's page. */
export async function issueCard(browser: Browser, world: World): Promise<PrintableCard> {
  const { context } = await newDevice(browser);
  await world.signIn(context, world.trainerId);
  const { cards } = await succeed<{ cards: PrintableCard[] }>(context.request, "identity.issueAccessCards", {
    cohortId: world.cohortId,
    personIds: [world.learnerId],
  });
  await context.close();
  const [card] = cards;
  if (!card) throw new Error("no card was made");
  return card;
}

const PICTURES = (
  JSON.parse(readFileSync("content/messages/fr/identity.json", "utf8")) as {
    pictures: Record<string, string>;
  }
).pictures;

/** The words under a picture of a card, in French. */
export const pictureName = (id: string): string => PICTURES[id] ?? MISSING;

/** Signs in with a card in French, as a person does: picture by picture, then "Entrer". */
export async function enterWithCard(page: Page, card: Pick<PrintableCard, "pictures">): Promise<void> {
  for (const id of card.pictures) await page.getByRole("button", { name: pictureName(id) }).click();
  await page.getByRole("button", { name: "Entrer", exact: true }).click();
}

// The simulation

export const device = (page: Page, name: "L’ordinateur" | "Le téléphone" | "Le pense-bête") =>
  page.getByRole("region", { name });

/** Chooses how to play, and starts. */
export async function startPractice(
  page: Page,
  { mode = "Avec aide", clock = "Sans chrono" }: { mode?: string; clock?: string } = {},
): Promise<void> {
  await page.getByRole("radio", { name: mode }).check();
  if (mode !== "Montre-moi") await page.getByRole("radio", { name: clock }).check();
  await page.getByRole("button", { name: "Commencer" }).click();
  await expect(page.getByText("Étape 1 sur 8", { exact: true })).toBeVisible();
}

/** What the paper beside the computer says: the number without its first 0, and the code. */
export async function readMemo(page: Page): Promise<{ number: string; code: string; smsCode: string }> {
  const memo = (await device(page, "Le pense-bête").textContent()) ?? "";
  return {
    number: /Téléphone\s*: 0([\d\s]+\d)Code/.exec(memo)?.[1] ?? MISSING,
    code: /Code itsme\s*: (\d{5})/.exec(memo)?.[1] ?? MISSING,
    smsCode: "30582",
  };
}

/** From the first page of the site to the wait for the phone. */
export async function askOnTheComputer(page: Page): Promise<void> {
  const { number } = await readMemo(page);
  const computer = device(page, "L’ordinateur");
  await computer.getByRole("button", { name: "Se connecter" }).click();
  await computer.getByRole("button", { name: "itsme" }).click();
  await computer.getByRole("textbox", { name: "Numéro de téléphone" }).fill(number);
  await computer.getByRole("button", { name: "Envoyer" }).click();
  await expect(computer.getByRole("heading", { name: "Prouvez que c’est vous" })).toBeVisible();
}

/** On the phone, up to the question about the drawing. */
export async function confirmOnThePhone(page: Page): Promise<void> {
  const phone = device(page, "Le téléphone");
  await phone.getByRole("list", { name: "Messages reçus" }).getByRole("button").click();
  await phone.getByRole("button", { name: "S’identifier" }).click();
  await phone.getByRole("button", { name: "Confirmer" }).click();
  await expect(phone.getByRole("group", { name: "Touchez le même dessin" })).toBeVisible();
}

/** The drawing on the computer, in the words of the phone: "bateau". */
export async function wantedDrawing(page: Page): Promise<string> {
  const drawing = device(page, "L’ordinateur").getByRole("img", { name: /Dessin à retrouver/ });
  const words = (await drawing.getAttribute("aria-label")) ?? (await drawing.textContent()) ?? "";
  return words.split(" ").at(-1) ?? MISSING;
}

/** The right drawing, then the code of the memo. */
export async function finishOnThePhone(page: Page): Promise<void> {
  const phone = device(page, "Le téléphone");
  await phone.getByRole("button", { name: await wantedDrawing(page) }).click();
  const { code } = await readMemo(page);
  for (const digit of code) await phone.getByRole("button", { name: digit, exact: true }).click();
  await phone.getByRole("button", { name: "OK" }).click();
  await expect(page.getByText("C’est réussi", { exact: true })).toBeVisible();
}

// The check

type Keyed =
  | { kind: "single"; key: string }
  | { kind: "multiple" | "order"; key: string[] }
  | { kind: "match" | "sort"; key: Record<string, string> }
  | { kind: "point"; key: string }
  | { kind: "true-false"; key: boolean }
  | { kind: "fill-in" };
export type CheckQuestion = Keyed & {
  id: string;
  /** DigComp codes. */
  competences: string[];
  prompt: string;
  choices: Record<string, string>;
  right: Record<string, string>;
  screen: Record<string, string>;
  accepted: string;
};

type Texts = Record<
  string,
  {
    prompt: string;
    choices?: Record<string, { text: string }>;
    right?: Record<string, string>;
    screen?: Record<string, string>;
    accepted?: string[];
  }
>;

/** The questions of the check with their keys and their words, in the order they are asked. */
export function checkQuestions(locale: Locale = "fr"): CheckQuestion[] {
  const folder = `${COURSE}/lessons/log-in`;
  const file = parse(readFileSync(`${folder}/check.yaml`, "utf8")) as {
    questions: (Keyed & { id: string; competences: string[] })[];
  };
  const texts = parse(readFileSync(`${folder}/check.${locale}.yaml`, "utf8")) as Texts;
  return file.questions.map((question) => {
    const {
      prompt = MISSING,
      choices = {},
      right = {},
      screen = {},
      accepted = [],
    } = texts[question.id] ?? {};
    const words = Object.entries(choices).map(([id, { text }]) => [id, text] as const);
    return {
      ...question,
      prompt,
      choices: Object.fromEntries(words),
      right,
      screen,
      accepted: accepted[0] ?? MISSING,
    };
  });
}

/** "Question 3 sur 10", as the page says it. */
export const questionOf = (number: number) => `Question ${number} sur ${checkQuestions().length}`;

/** Fills in the right answer of a question of any kind, without sending it. */
export async function fillInRightly(page: Page, question: CheckQuestion): Promise<void> {
  const words = (id: string) => question.choices[id] ?? MISSING;
  const tick = (type: "radio" | "checkbox", id: string) =>
    page.getByRole(type, { name: words(id), exact: true }).check();
  switch (question.kind) {
    case "single":
      return tick("radio", question.key);
    case "true-false":
      return tick("radio", String(question.key));
    case "multiple":
      for (const id of question.key) await tick("checkbox", id);
      return;
    case "match":
      for (const [left, right] of Object.entries(question.key)) {
        await page.getByLabel(words(left)).selectOption({ label: question.right[right] ?? MISSING });
      }
      return;
    case "sort":
      for (const [item, group] of Object.entries(question.key)) {
        const name = question.right[group] ?? MISSING;
        await page
          .getByRole("group", { name: words(item) })
          .getByRole("radio", { name })
          .check();
      }
      return;
    case "point":
      return page.getByRole("radio", { name: question.screen[question.key] ?? MISSING, exact: true }).check();
    case "order":
      return putInOrder(page, question.key.map(words));
    case "fill-in":
      return page.getByRole("textbox", { name: question.prompt }).fill(question.accepted);
  }
}

/** Moves lines up, one place a press, until they stand as wanted. */
async function putInOrder(page: Page, wanted: string[]): Promise<void> {
  const lines = page.getByRole("group").getByRole("listitem");
  for (const [place, words] of wanted.entries()) {
    for (let left = wanted.length; left > 0; left -= 1) {
      if ((await lines.nth(place).textContent())?.includes(words)) break;
      await lines.filter({ hasText: words }).getByRole("button").first().click();
    }
    await expect(lines.nth(place)).toContainText(words);
  }
}

/** Answers the question before one, in French, and waits for the verdict. */
export async function answerRightly(page: Page, question: CheckQuestion): Promise<void> {
  await fillInRightly(page, question);
  await page.getByRole("button", { name: "Valider ma réponse" }).click();
  await expect(page.getByText("C’est juste", { exact: true })).toBeVisible();
}
