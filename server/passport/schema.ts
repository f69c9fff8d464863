import { z } from "zod";
import { ASSISTANCE, EVIDENCE_SOURCES, LOCALES } from "@/db/enums";
import { teaching } from "@/server/catalogue/schema";

/** One line of proof, as the level rule reads it and the exported passport carries it. */
export const evidenceLine = z.object({
  id: z.string(),
  competence: z.string(),
  source: z.enum(EVIDENCE_SOURCES),
  course: z.string(),
  activityId: z.string(),
  assistance: z.enum(ASSISTANCE),
  score: z.number().nullable(),
  contentHash: z.string().nullable(),
  note: z.string().nullable(),
  occurredAt: z.iso.datetime(),
});
export type EvidenceLine = z.infer<typeof evidenceLine>;

/** What a quiz or a simulation proved; one line per competence is kept. */
export type NewProof = {
  competences: readonly string[];
  source: "quiz" | "simulation";
  sourceId: string;
  course: string;
  activityId: string;
  assistance: (typeof ASSISTANCE)[number];
  score: number;
  contentHash: string;
  occurredAt: Date;
};

export const getPassportInput = z.object({
  /** Absent: the reader's own. */
  personId: z.uuid().optional(),
  locale: z.enum(LOCALES),
});

export const passportView = z.object({
  holder: z.object({ personId: z.string(), firstName: z.string(), familyName: z.string().nullable() }),
  areas: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      competences: z.array(
        z.object({
          id: z.string(),
          title: z.string(),
          plain: z.string(),
          /** 0: not proved yet. */
          level: z.number().int(),
          band: z.string().nullable(),
          /** Null: no lesson trains it yet. */
          taughtIn: teaching.nullable(),
          evidence: z.array(evidenceLine),
        }),
      ),
    }),
  ),
});
export type PassportView = z.infer<typeof passportView>;

export const noteAssistanceInput = z.object({
  cohortId: z.uuid(),
  personId: z.uuid(),
  activityId: z
    .string()
    .regex(/^[a-z0-9-]+\/[a-z0-9-]+$/)
    .max(120),
  assistance: z.enum(["accompanied", "shown"]),
  note: z.string().trim().max(300).optional(),
  /** The day it happened, "2026-11-22"; today or before. */
  on: z.iso.date(),
});
export type NoteAssistanceInput = z.infer<typeof noteAssistanceInput>;

export const noteAssistanceOutput = z.object({ outcome: z.literal("noted"), competences: z.number().int() });
