import { z } from "zod";

export const personInput = z.object({ personId: z.uuid() });
export type PersonInput = z.infer<typeof personInput>;

const section = z.record(z.string(), z.json());

/** Everything that is held about one person, in the order of the ladder. Instants are ISO strings. */
export const personExport = z.object({
  format: z.literal("digiskipass-person/1"),
  personId: z.string(),
  exportedAt: z.iso.datetime(),
  identity: section,
  organisations: section,
  passport: section,
  learning: section,
  assessment: section,
  simulation: section,
  credentials: section,
  /** What she did on the instance and what was done to her, by code. */
  actions: z.array(z.json()),
});
export type PersonExport = z.infer<typeof personExport>;

/** `already-erased`: repeating changes nothing. */
export const personErased = z.object({ outcome: z.enum(["erased", "already-erased"]) });
