import { z } from "zod";
import { LOCALES } from "@/db/enums";
import { appointment } from "@/server/learning/refreshers/schema";
import { helpContact } from "@/server/learning/schema";

export const cohortAppointmentsInput = z.object({
  cohortId: z.uuid(),
  /** This learner only. */
  personId: z.uuid().optional(),
});

/** The cards of a group to print, each in the language of its owner. */
export const cohortAppointments = z.object({
  cohort: z.object({ id: z.string(), name: z.string() }),
  /** The address people type, without https://. */
  site: z.string(),
  help: helpContact.nullable(),
  learners: z.array(
    z.object({
      personId: z.string(),
      firstName: z.string(),
      familyName: z.string().nullable(),
      locale: z.enum(LOCALES),
      appointments: z.array(appointment),
    }),
  ),
});
export type CohortAppointments = z.infer<typeof cohortAppointments>;
