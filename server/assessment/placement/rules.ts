import type { BankEntry } from "@/server/catalogue/exam/schema";
import type { PlacementFile } from "@/server/catalogue/placement/schema";
import { shuffled } from "../drawn/rules";

/** A question that was asked; null while it has no answer. */
export type Given = { id: string; correct: boolean | null };

type Part = { module: string; lessons: string[]; questions: BankEntry[] };

/** The parts of the course in teaching order, with their questions. */
function partsOf(bank: readonly BankEntry[]): Part[] {
  return [...new Set(bank.map(({ module }) => module))].map((module) => {
    const questions = bank.filter((entry) => entry.module === module);
    return { module, questions, lessons: [...new Set(questions.map(({ lesson }) => lesson))] };
  });
}

/** Right answers that a part needs: fewer where it has few lessons, never fewer than two. */
const neededOf = (part: Part, { perPart }: PlacementFile) =>
  Math.max(2, Math.min(perPart, part.lessons.length));

function verdictOf(
  part: Part,
  given: readonly Given[],
  blueprint: PlacementFile,
): "known" | "to-learn" | null {
  const own = given.filter(({ id }) => part.questions.some((question) => question.id === id));
  if (own.some(({ correct }) => correct === false)) return "to-learn";
  return own.filter(({ correct }) => correct).length >= neededOf(part, blueprint) ? "known" : null;
}

/**
 * What to ask next, or null when nothing more is worth asking. Part after part: one answer that is not right, and the
 * part is to be learned; enough right ones, and it is known. Within a part each lesson is asked before one is asked
 * twice, the harder question first; chance decides between equals. So somebody who knows nothing is asked once a part.
 *
 * @param given everything asked so far, all of it answered
 */
export function nextQuestion(
  bank: readonly BankEntry[],
  given: readonly Given[],
  blueprint: PlacementFile,
  seed: string,
): BankEntry | null {
  if (given.length >= blueprint.most) return null;
  const asked = new Set(given.map(({ id }) => id));
  for (const part of partsOf(bank)) {
    if (verdictOf(part, given, blueprint)) continue;
    const times = (entry: BankEntry) =>
      part.questions.filter(({ id, lesson }) => lesson === entry.lesson && asked.has(id)).length;
    const [next] = shuffled(part.questions, seed, ({ id }) => id)
      .filter(({ id }) => !asked.has(id))
      .sort((a, b) => times(a) - times(b) || b.difficulty - a.difficulty);
    if (next) return next;
  }
  return null;
}

/** The lessons she may skip: those of the parts she knows, but for the ones that are worth doing anyway. A proposal. */
export function knownLessons(
  bank: readonly BankEntry[],
  given: readonly Given[],
  blueprint: PlacementFile,
): string[] {
  return partsOf(bank)
    .filter((part) => verdictOf(part, given, blueprint) === "known")
    .flatMap(({ lessons }) => lessons)
    .filter((lesson) => !blueprint.always.includes(lesson));
}

/**
 * Where a learner stands with her placement: offered once, before she has begun anything; an open one goes on; one that
 * is done or was declined is not offered again.
 */
export function placementStateOf(standing: {
  status: "open" | "completed" | "left" | null;
  hasBegun: boolean;
}): "offered" | "open" | "done" | "closed" {
  if (standing.status) return standing.status === "open" ? "open" : "done";
  return standing.hasBegun ? "closed" : "offered";
}
