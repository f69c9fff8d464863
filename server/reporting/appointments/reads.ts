import type { z } from "zod";
import { findHelpContact } from "@/db/queries/organisations";
import { listRoster } from "@/db/queries/reporting";
import { authorise } from "@/server/kernel/authorise";
import type { ServiceContext } from "@/server/kernel/context";
import { found } from "@/server/kernel/errors";
import { listAppointments } from "@/server/learning/refreshers/reads";
import { canSeeCohort } from "../policy";
import type { CohortAppointments, cohortAppointmentsInput } from "./schema";

/**
 * On which days what comes back to the learners of a group, to be printed. Six queries, whatever their number.
 *
 * @throws FORBIDDEN for a colleague of the organisation who does not teach the group, NOT_FOUND for a stranger
 */
export async function getCohortAppointments(
  ctx: ServiceContext,
  input: z.infer<typeof cohortAppointmentsInput>,
): Promise<CohortAppointments> {
  const roster = await listRoster(ctx.db, input);
  authorise(ctx, canSeeCohort(ctx.actor, input.cohortId), roster[0]?.cohort.organisationId ?? "");
  const { cohort } = found(roster[0]);
  const people = roster.flatMap(({ person }) => (person ? [person] : []));
  const [help, appointments] = await Promise.all([
    findHelpContact(ctx.db, cohort.id),
    listAppointments(ctx, {
      course: cohort.course,
      learners: people.map(({ id, locale }) => ({ personId: id, cohortIds: [cohort.id], locale })),
    }),
  ]);
  return {
    cohort: { id: cohort.id, name: cohort.name },
    site: ctx.ports.appUrl.replace(/^https?:\/\//, ""),
    help,
    learners: people.map(({ id, firstName, familyName, locale }) => ({
      personId: id,
      firstName,
      familyName,
      locale,
      appointments: appointments.get(id) ?? [],
    })),
  };
}
