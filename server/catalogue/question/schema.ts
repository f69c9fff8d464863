import { z } from "zod";

/** A stable id in content: lower-case words joined by hyphens. */
export const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "use lower-case words joined by hyphens");

/** DigComp 3.0 competence code, such as "2.6". */
export const competenceCode = z.string().regex(/^[1-5]\.[1-6]$/, "use a DigComp 3.0 code such as 2.6");

/** DigComp 3.0 learning outcome, such as "LO4.2.05". */
export const learningOutcome = z.string().regex(/^LO[1-5]\.[1-6]\.\d{2}$/, "use a code such as LO4.2.05");

const common = {
  id: slug,
  competences: z.array(competenceCode).min(1),
  outcomes: z.array(learningOutcome).min(1),
  /** 1 easy, 2 medium, 3 hard. */
  difficulty: z.number().int().min(1).max(3),
};
const choices = z.array(slug).min(2).max(6);

/** How a line of a drawn screen looks. */
export const SCREEN_LOOKS = [
  "address",
  "title",
  "text",
  "message",
  "button",
  "main-button",
  "warning-button",
  "link",
] as const;

/** A screen as it is drawn in a question, from top to bottom: lines to read, and lines one may touch. */
const drawnScreen = z.strictObject({
  device: z.enum(["phone", "computer", "letter"]),
  lines: z
    .array(z.strictObject({ id: slug, look: z.enum(SCREEN_LOOKS) }))
    .min(2)
    .max(9),
});

/** A question as its author writes it, with its key. Never leaves the server. */
export const gradableQuestion = z.discriminatedUnion("kind", [
  z.strictObject({ ...common, kind: z.literal("single"), choices, key: slug }),
  z.strictObject({ ...common, kind: z.literal("multiple"), choices, key: z.array(slug).min(1) }),
  z.strictObject({ ...common, kind: z.literal("true-false"), key: z.boolean() }),
  /** `key` is the right order; learners see `choices`. */
  z.strictObject({ ...common, kind: z.literal("order"), choices, key: z.array(slug).min(2) }),
  /** Each left item goes with one right item. */
  z.strictObject({
    ...common,
    kind: z.literal("match"),
    left: choices,
    right: choices,
    key: z.record(slug, slug),
  }),
  /** Each item goes into one of the groups. */
  z.strictObject({
    ...common,
    kind: z.literal("sort"),
    choices,
    groups: z.array(slug).min(2).max(3),
    key: z.record(slug, slug),
  }),
  /** "Where do you touch?": `choices` are the lines of the screen that can be touched. */
  z.strictObject({ ...common, kind: z.literal("point"), screen: drawnScreen, choices, key: slug }),
  /** Any accepted spelling; spaces, case, accents and separators in numbers do not matter. */
  z.strictObject({ ...common, kind: z.literal("fill-in"), input: z.enum(["text", "number"]) }),
]);
export type GradableQuestion = z.infer<typeof gradableQuestion>;

const choiceText = z.strictObject({ text: z.string().min(1), feedback: z.string().min(1) });

/** The words of one question in one language. */
export const questionText = z.strictObject({
  prompt: z.string().min(1),
  /** Per choice id; "true" and "false" for true-false; the left items of match; the items of sort. */
  choices: z.record(z.string(), choiceText).optional(),
  /** The right items of match, the groups of sort. */
  right: z.record(z.string(), z.string().min(1)).optional(),
  /** What stands on each line of the screen of point. */
  screen: z.record(z.string(), z.string().min(1)).optional(),
  /** Accepted answers of a fill-in question in this language. */
  accepted: z.array(z.string().min(1)).optional(),
  /** Said after the answer, whatever it was. */
  correct: z.string().min(1),
  incorrect: z.string().min(1),
  hint: z.string().min(1).optional(),
});
export type QuestionText = z.infer<typeof questionText>;

const shownChoice = z.object({ id: z.string(), text: z.string() });

/** A question as a learner sees it. The type has no place for a key. */
export const publicQuestion = z.object({
  id: z.string(),
  kind: z.enum(["single", "multiple", "true-false", "order", "match", "sort", "point", "fill-in"]),
  prompt: z.string(),
  hint: z.string().nullable(),
  choices: z.array(shownChoice),
  right: z.array(shownChoice),
  screen: z
    .object({
      device: drawnScreen.shape.device,
      lines: z.array(z.object({ id: z.string(), look: z.enum(SCREEN_LOOKS), text: z.string() })),
    })
    .nullable(),
  input: z.enum(["text", "number"]).nullable(),
});
export type PublicQuestion = z.infer<typeof publicQuestion>;

/** What a learner sends: one shape per kind of question. */
export const answer = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("single"), choice: z.string().max(80) }),
  z.object({ kind: z.literal("multiple"), choices: z.array(z.string().max(80)).max(6) }),
  z.object({ kind: z.literal("true-false"), value: z.boolean() }),
  z.object({ kind: z.literal("order"), order: z.array(z.string().max(80)).max(6) }),
  z.object({ kind: z.literal("match"), pairs: z.record(z.string().max(80), z.string().max(80)) }),
  z.object({ kind: z.literal("sort"), groups: z.record(z.string().max(80), z.string().max(80)) }),
  z.object({ kind: z.literal("point"), choice: z.string().max(80) }),
  z.object({ kind: z.literal("fill-in"), text: z.string().max(200) }),
]);
export type Answer = z.infer<typeof answer>;
