import type { GradableQuestion, QuestionText } from "@/server/catalogue/question/schema";

/** One question of the bank with its words in the language of the file. */
export type BankQuestion = { lesson: string; question: GradableQuestion; text: QuestionText };

export type Option = { text: string; feedback: string; percent: number };
/** What other platforms know: one or several of many, a typed word, pairs. Everything of ours is one of the three. */
export type PortableQuestion = { id: string; lesson: string; prompt: string; hint: string | null } & (
  | { shape: "true-false"; isTrue: boolean; whenTrue: string; whenFalse: string }
  | { shape: "options"; isMultiple: boolean; options: Option[]; right: string; wrong: string }
  | { shape: "typed"; accepted: string[]; right: string; wrong: string }
  | {
      shape: "pairs";
      pairs: { left: string; right: string }[];
      extra: string[];
      right: string;
      wrong: string;
    }
);

/** Moodle takes shares of 100 with five decimals and refuses other fractions. */
const share = (parts: number) => Math.round((100 / parts) * 100_000) / 100_000;

/**
 * Our kinds in the shapes that GIFT and Moodle XML have. What neither has becomes the nearest one: an order and a
 * sorting become pairs (line and place, item and group), a place on a screen a choice under the screen in words.
 */
export function portable({ lesson, question, text }: BankQuestion): PortableQuestion {
  const common = { id: question.id, lesson, prompt: text.prompt, hint: text.hint ?? null };
  const sentences = { right: text.correct, wrong: text.incorrect };
  const words = (id: string) => text.choices?.[id]?.text ?? id;
  const partner = (id: string | undefined) => text.right?.[id ?? ""] ?? "";
  const option = (id: string, percent: number): Option => ({
    text: words(id),
    feedback: text.choices?.[id]?.feedback ?? "",
    percent,
  });
  switch (question.kind) {
    case "true-false": {
      const [whenTrue, whenFalse] = [text.choices?.true?.feedback ?? "", text.choices?.false?.feedback ?? ""];
      return { ...common, shape: "true-false", isTrue: question.key, whenTrue, whenFalse };
    }
    case "single":
    case "point": {
      const options = question.choices.map((id) => option(id, id === question.key ? 100 : 0));
      const prompt =
        question.kind === "point" ? [text.prompt, ...screenOf(question, text)].join("\n") : text.prompt;
      return { ...common, ...sentences, prompt, shape: "options", isMultiple: false, options };
    }
    case "multiple": {
      const part = share(question.key.length);
      const options = question.choices.map((id) => option(id, question.key.includes(id) ? part : -part));
      return { ...common, ...sentences, shape: "options", isMultiple: true, options };
    }
    case "order": {
      const pairs = question.choices.map((id) => ({
        left: words(id),
        right: String(question.key.indexOf(id) + 1),
      }));
      return { ...common, ...sentences, shape: "pairs", pairs, extra: [] };
    }
    case "match": {
      const used = Object.values(question.key);
      const extra = question.right.filter((id) => !used.includes(id)).map(partner);
      const pairs = question.left.map((id) => ({ left: words(id), right: partner(question.key[id]) }));
      return { ...common, ...sentences, shape: "pairs", pairs, extra };
    }
    case "sort": {
      const pairs = question.choices.map((id) => ({ left: words(id), right: partner(question.key[id]) }));
      return { ...common, ...sentences, shape: "pairs", pairs, extra: [] };
    }
    case "fill-in":
      return { ...common, ...sentences, shape: "typed", accepted: text.accepted ?? [] };
  }
}

function screenOf(question: Extract<GradableQuestion, { kind: "point" }>, text: QuestionText): string[] {
  return question.screen.lines.map(({ id }) => `– ${text.screen?.[id] ?? ""}`);
}
