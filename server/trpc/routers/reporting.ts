import { getCohortAppointments } from "@/server/reporting/appointments/reads";
import { cohortAppointments, cohortAppointmentsInput } from "@/server/reporting/appointments/schema";
import { getProjectNumbers } from "@/server/reporting/projects/reads";
import { getCohortOverview, getLearnerReport, getTeachHome, listLastActions } from "@/server/reporting/reads";
import {
  cohortOverview,
  cohortOverviewInput,
  lastActionsInput,
  lastActionsOutput,
  learnerReport,
  learnerReportInput,
  projectNumbersInput,
  projectNumbersOutput,
  teachHome,
  teachHomeInput,
} from "@/server/reporting/schema";
import { procedure, router } from "../procedures";

export const reportingRouter = router({
  getTeachHome: procedure
    .input(teachHomeInput)
    .output(teachHome)
    .query(({ ctx, input }) => getTeachHome(ctx, input)),
  getCohortOverview: procedure
    .input(cohortOverviewInput)
    .output(cohortOverview)
    .query(({ ctx, input }) => getCohortOverview(ctx, input)),
  getLearnerReport: procedure
    .input(learnerReportInput)
    .output(learnerReport)
    .query(({ ctx, input }) => getLearnerReport(ctx, input)),
  getCohortAppointments: procedure
    .input(cohortAppointmentsInput)
    .output(cohortAppointments)
    .query(({ ctx, input }) => getCohortAppointments(ctx, input)),
  getProjectNumbers: procedure
    .input(projectNumbersInput)
    .output(projectNumbersOutput)
    .query(({ ctx, input }) => getProjectNumbers(ctx, input)),
  listLastActions: procedure
    .input(lastActionsInput)
    .output(lastActionsOutput)
    .query(({ ctx, input }) => listLastActions(ctx, input)),
});
