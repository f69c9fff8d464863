import { z } from "zod";
import { LOCALES } from "@/db/enums";
import { competenceCode } from "../question/schema";

const inEveryLocale = z.record(z.enum(LOCALES), z.string().min(1));

/** `content/frameworks/digcomp-3.0.yaml`. */
export const frameworkFile = z.object({
  id: z.string(),
  areas: z
    .array(
      z.object({
        id: z.string().regex(/^[1-5]$/),
        title: inEveryLocale,
        competences: z
          .array(
            z.object({
              id: competenceCode,
              esco: z.url().nullable(),
              title: inEveryLocale,
              plain: inEveryLocale,
            }),
          )
          .min(1),
      }),
    )
    .length(5),
  levels: z
    .array(z.object({ level: z.number().int().min(1).max(8), band: inEveryLocale, meaning: inEveryLocale }))
    .length(8),
});
export type FrameworkFile = z.infer<typeof frameworkFile>;

/** DigComp 3.0 in one language. */
export const frameworkView = z.object({
  areas: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      competences: z.array(
        z.object({ id: z.string(), title: z.string(), plain: z.string(), esco: z.string().nullable() }),
      ),
    }),
  ),
  levels: z.array(z.object({ level: z.number(), band: z.string(), meaning: z.string() })),
});
export type FrameworkView = z.infer<typeof frameworkView>;
