import { z } from "zod";

export const INDICATORS = ["learners", "hours", "certificates", "confidence"] as const;

/** `content/indicators/indicators.yaml`: which numbers a project reports, and where they are read. */
export const indicatorsFile = z
  .array(
    z.strictObject({
      id: z.enum(INDICATORS),
      unit: z.enum(["people", "seconds", "papers", "steps"]),
      from: z.string().regex(/^[a-z_]+$/),
    }),
  )
  .length(INDICATORS.length);

/** How requests are answered: seen by trainers, of a person and of a group. */
export const RATES = ["false-accept", "false-refuse"] as const;

/** `content/indicators/rates.yaml`: the table and column a rate is counted from. */
export const ratesFile = z
  .array(
    z.strictObject({
      id: z.enum(RATES),
      of: z.string().regex(/^[a-z_]+$/),
      cases: z.string().regex(/^[a-z_]+$/),
    }),
  )
  .length(RATES.length);

/** `content/indicators/<locale>.yaml`. */
export const indicatorTexts = z.record(
  z.enum([...INDICATORS, ...RATES]),
  z.strictObject({ title: z.string().min(1), counted: z.string().min(1), notCounted: z.string().min(1) }),
);

/** How a number of a project is counted, in one language. */
export const indicator = z.object({
  id: z.enum(INDICATORS),
  title: z.string(),
  counted: z.string(),
  notCounted: z.string(),
});
export type Indicator = z.infer<typeof indicator>;

/** How a rate is counted, in one language. */
export const rate = indicator.extend({ id: z.enum(RATES) });
export type Rate = z.infer<typeof rate>;
