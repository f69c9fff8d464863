import { z } from "zod";
import { CERTIFICATE_STATUSES } from "@/db/enums";
import { oneLine } from "@/server/identity/schema";
import { knownLearner } from "@/server/organisations/cohorts/schema";

/** Why two persons cannot become one; also keys of the `errors` messages. */
export const mergeObstacle = z.enum(["merge-staff", "merge-across"]);
export type MergeObstacle = z.infer<typeof mergeObstacle>;

export const mergePersonsInput = z.object({
  /** Whose name stays. */
  keepId: z.uuid(),
  /** Who turned out to be the same person: this entry ends. */
  removeId: z.uuid(),
});
export type MergePersonsInput = z.infer<typeof mergePersonsInput>;

/** `already-merged`: the two are one already, whoever did it. `personId` is who she is now. */
export const personsMerged = z.object({
  outcome: z.enum(["merged", "already-merged"]),
  personId: z.string(),
});
export type PersonsMerged = z.infer<typeof personsMerged>;

export const mergePreviewInput = z.object({ personIds: z.tuple([z.uuid(), z.uuid()]) });

/** One of the two, as far as whoever decides needs to see her. */
export const mergeSide = z.object({
  personId: z.string(),
  firstName: z.string(),
  familyName: z.string().nullable(),
  /** When she was entered. */
  since: z.iso.datetime(),
  groups: z.array(z.object({ name: z.string(), isActive: z.boolean() })),
  lastActivityAt: z.iso.datetime().nullable(),
  activeMinutes: z.number().int(),
  activitiesDone: z.number().int(),
  proofs: z.number().int(),
  certificates: z.array(
    z.object({
      id: z.string(),
      holder: z.string(),
      issuedOn: z.iso.date(),
      status: z.enum(CERTIFICATE_STATUSES),
      /** Valid now, replaced by the merge: the other one has a newer one for the same course. */
      willBeReplaced: z.boolean(),
    }),
  ),
  cards: z.number().int(),
  devices: z.number().int(),
  hasEmail: z.boolean(),
});
export type MergeSide = z.infer<typeof mergeSide>;

/** `already-merged`: there is nothing to decide any more. */
export const mergePreview = z.discriminatedUnion("outcome", [
  z.object({
    outcome: z.literal("preview"),
    sides: z.tuple([mergeSide, mergeSide]),
    obstacle: mergeObstacle.nullable(),
    /** Checks and runs begun in both: of each, the further one stays open. */
    openTwice: z.number().int(),
  }),
  z.object({ outcome: z.literal("already-merged"), personId: z.string() }),
]);
export type MergePreview = z.infer<typeof mergePreview>;

export const mergeCandidatesInput = z.object({ personId: z.uuid() });
/** Somebody and the learners whose names are like hers. */
export const mergeCandidates = z.object({
  person: z.object({ personId: z.string(), firstName: z.string(), familyName: z.string().nullable() }),
  alike: z.array(knownLearner),
});
export type MergeCandidates = z.infer<typeof mergeCandidates>;

export const findDoublesInput = z.object({
  /** Whom one looks for a second time; she herself is never found. Absent: an administrator looks for the first one. */
  personId: z.uuid().optional(),
  search: oneLine(80).refine((text) => /\p{L}{2}/u.test(text), "too-short"),
});
