import { z } from "zod";

/** Names an author gives to things. */
export const slug = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, {
  error: "use small letters, digits and hyphens only, as in log-in",
});
/** One name or several. */
export const slugs = z
  .union([slug, z.array(slug).min(1)])
  .transform((one) => (Array.isArray(one) ? one : [one]));
export const plain = z.union([z.string(), z.number(), z.boolean()]);
export type PlainValue = z.infer<typeof plain>;

export const isRecord = (raw: unknown): raw is Record<string, unknown> =>
  typeof raw === "object" && raw !== null && !Array.isArray(raw);

const test = z.union([
  plain.transform((is) => ({ is })),
  z.strictObject({
    is: plain.optional(),
    "is-not": plain.optional(),
    "one-of": z.array(plain).min(1).optional(),
    like: z.string().optional(),
    "same-as": slug.optional(),
    "same-phone": z.string().optional(),
    filled: z.boolean().optional(),
    "at-least": z.number().optional(),
    "at-most": z.number().optional(),
  }),
]);
export type Test = {
  is?: PlainValue | undefined;
  "is-not"?: PlainValue | undefined;
  "one-of"?: PlainValue[] | undefined;
  like?: string | undefined;
  "same-as"?: string | undefined;
  "same-phone"?: string | undefined;
  filled?: boolean | undefined;
  "at-least"?: number | undefined;
  "at-most"?: number | undefined;
};

export type Condition = {
  values: Record<string, Test>;
  on?: Record<string, string[]> | undefined;
  running?: string[] | undefined;
  reached?: string[] | undefined;
  any?: Condition[] | undefined;
  none?: Condition[] | undefined;
};

/** Words of a condition that are not names of values. */
export const CONDITION_WORDS = ["values", "on", "running", "reached", "any", "none"] as const;

/** `{ number: x, on: {…} }` as an author writes it becomes `{ values: { number: x }, on: {…} }`. */
function gatherValues(raw: unknown): unknown {
  if (!isRecord(raw) || "values" in raw) return raw;
  const words: readonly string[] = CONDITION_WORDS;
  const entries = Object.entries(raw);
  return {
    ...Object.fromEntries(entries.filter(([name]) => words.includes(name))),
    values: Object.fromEntries(entries.filter(([name]) => !words.includes(name))),
  };
}

/** When something holds: tests on values, screens shown, timers running, goals reached. */
export const condition: z.ZodType<Condition> = z.lazy(() =>
  z.preprocess(
    gatherValues,
    z.strictObject({
      values: z.record(slug, test),
      on: z.record(slug, slugs).optional(),
      running: slugs.optional(),
      reached: slugs.optional(),
      any: z.array(condition).min(1).optional(),
      none: z.array(condition).min(1).optional(),
    }),
  ),
);
