import { z } from "zod";

export const INDICATORS = ["learners", "hours", "certificates"] as const;

/** `content/indicators/indicators.yaml`: which numbers a project reports, and where they are read. */
export const indicatorsFile = z
  .array(
    z.strictObject({
      id: z.enum(INDICATORS),
      unit: z.enum(["people", "seconds", "papers"]),
      from: z.string().regex(/^[a-z_]+$/),
    }),
  )
  .length(INDICATORS.length);

/** `content/indicators/<locale>.yaml`. */
export const indicatorTexts = z.record(
  z.enum(INDICATORS),
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
