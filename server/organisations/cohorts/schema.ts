import { z } from "zod";
import { LOCALES } from "@/db/enums";
import { oneLine } from "@/server/identity/schema";

/**
 * The courses a group can take. The catalogue stands above this domain on the ladder, so the list stands here and a
 * test compares the two.
 */
export const COHORT_COURSES = ["itsme-eid"] as const;

/** Most names that are added at once: more than a room holds. */
export const MOST_NAMES = 60;
export const LONGEST_FIRST_NAME = 60;
export const LONGEST_FAMILY_NAME = 80;

export const createCohortInput = z.object({
  organisationId: z.uuid(),
  /** May be left out where the organisation is partner of one project only. */
  projectId: z.uuid().optional(),
  name: oneLine(80),
  course: z.enum(COHORT_COURSES),
  locale: z.enum(LOCALES),
  startsOn: z.iso.date(),
  endsOn: z.iso.date().nullable(),
});
export type CreateCohortInput = z.infer<typeof createCohortInput>;
export const cohortCreated = z.object({ cohortId: z.string() });

/** Where the acting person may open a group, and for which projects. */
export const cohortChoices = z.object({
  organisations: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      projects: z.array(z.object({ id: z.string(), title: z.string() })),
    }),
  ),
});

export const addLearnersInput = z.object({
  cohortId: z.uuid(),
  /** One name per line, as pasted. */
  names: z.string().trim().min(1).max(6000),
  /**
   * Names that are in the group already, or twice in the list, and are different people all the same, by their
   * number among the names read (from 0). Absent: ask first whenever there is one.
   */
  differentPeople: z.array(z.number().int().min(0).max(MOST_NAMES)).max(MOST_NAMES).optional(),
});
export type AddLearnersInput = z.infer<typeof addLearnersInput>;

export const sameName = z.object({
  /** Number among the names read, from 0. */
  index: z.number().int(),
  firstName: z.string(),
  familyName: z.string().nullable(),
  /** Where the name was seen before: in the group, or further up in the list. */
  seen: z.enum(["in-cohort", "in-list"]),
});
export type SameName = z.infer<typeof sameName>;

/** `same-names`: nothing was written, somebody has to say who is who. */
export const addLearnersOutput = z.discriminatedUnion("outcome", [
  z.object({
    outcome: z.literal("added"),
    learners: z.array(
      z.object({ personId: z.string(), firstName: z.string(), familyName: z.string().nullable() }),
    ),
  }),
  z.object({ outcome: z.literal("same-names"), sameNames: z.array(sameName) }),
]);
export type AddLearnersOutput = z.infer<typeof addLearnersOutput>;

/** Most people that a search shows: whoever looks for one person types more of her name. */
export const MOST_FOUND = 8;

/** The first letters of a name, or of two: "lea va". At least two letters in a row, so that nobody lists a house. */
export const listKnownLearnersInput = z.object({
  cohortId: z.uuid(),
  search: oneLine(80).refine((text) => /\p{L}{2}/u.test(text), "too-short"),
});
export const knownLearner = z.object({
  personId: z.string(),
  firstName: z.string(),
  familyName: z.string().nullable(),
  /** Her groups in this organisation, to tell two people of one name apart. */
  groups: z.array(z.string()),
});
export const listKnownLearnersOutput = z.object({ learners: z.array(knownLearner), hasMore: z.boolean() });
export type KnownLearner = z.infer<typeof knownLearner>;

/** `already-member`: she is in the group, and stays as she is. */
export const knownLearnerAdded = z.object({ outcome: z.enum(["added", "already-member"]) });

export const memberInput = z.object({ cohortId: z.uuid(), personId: z.uuid() });
/** `already-ended`: repeating changes nothing. */
export const membershipEnded = z.object({ outcome: z.enum(["ended", "already-ended"]) });

export const cohortLine = z.object({
  id: z.string(),
  name: z.string(),
  organisationId: z.string(),
  organisationName: z.string(),
  course: z.string(),
  locale: z.enum(LOCALES),
  startsOn: z.iso.date(),
  endsOn: z.iso.date().nullable(),
  learners: z.number().int(),
});
export const listCohortsOutput = z.array(cohortLine);
export type CohortLine = z.infer<typeof cohortLine>;
