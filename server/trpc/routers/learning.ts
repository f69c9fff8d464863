import { getCourseState, getHome } from "@/server/learning/reads";
import { getOwnAppointments, listOwnRefreshers } from "@/server/learning/refreshers/reads";
import {
  ownAppointments,
  ownAppointmentsInput,
  ownRefreshers,
  switchLearnerRefreshersInput,
  switchOwnRefreshersInput,
  switchRefreshersOutput,
} from "@/server/learning/refreshers/schema";
import { switchLearnerRefreshers, switchOwnRefreshers } from "@/server/learning/refreshers/writes";
import {
  courseState,
  courseStateInput,
  homeInput,
  homeView,
  readStepInput,
  recordedOutput,
} from "@/server/learning/schema";
import { listOwnSurpriseSwitches } from "@/server/learning/surprises/reads";
import {
  surpriseCard,
  surpriseSwitch,
  switchLearnerSurprisesInput,
  switchOwnSurprisesInput,
  switchSurprisesOutput,
  takeSurpriseInput,
} from "@/server/learning/surprises/schema";
import { switchLearnerSurprises, switchOwnSurprises, takeSurprise } from "@/server/learning/surprises/writes";
import { readStep } from "@/server/learning/writes";
import { procedure, router } from "../procedures";

export const learningRouter = router({
  getHome: procedure
    .input(homeInput)
    .output(homeView)
    .query(({ ctx, input }) => getHome(ctx, input)),
  getCourseState: procedure
    .input(courseStateInput)
    .output(courseState)
    .query(({ ctx, input }) => getCourseState(ctx, input)),
  readStep: procedure
    .input(readStepInput)
    .output(recordedOutput)
    .mutation(({ ctx, input }) => readStep(ctx, input)),
  takeSurprise: procedure
    .input(takeSurpriseInput)
    .output(surpriseCard.nullable())
    .mutation(({ ctx, input }) => takeSurprise(ctx, input)),
  listOwnSurpriseSwitches: procedure
    .output(surpriseSwitch.array())
    .query(({ ctx }) => listOwnSurpriseSwitches(ctx)),
  switchOwnSurprises: procedure
    .input(switchOwnSurprisesInput)
    .output(switchSurprisesOutput)
    .mutation(({ ctx, input }) => switchOwnSurprises(ctx, input)),
  switchLearnerSurprises: procedure
    .input(switchLearnerSurprisesInput)
    .output(switchSurprisesOutput)
    .mutation(({ ctx, input }) => switchLearnerSurprises(ctx, input)),
  listOwnRefreshers: procedure.output(ownRefreshers.array()).query(({ ctx }) => listOwnRefreshers(ctx)),
  getOwnAppointments: procedure
    .input(ownAppointmentsInput)
    .output(ownAppointments)
    .query(({ ctx, input }) => getOwnAppointments(ctx, input)),
  switchOwnRefreshers: procedure
    .input(switchOwnRefreshersInput)
    .output(switchRefreshersOutput)
    .mutation(({ ctx, input }) => switchOwnRefreshers(ctx, input)),
  switchLearnerRefreshers: procedure
    .input(switchLearnerRefreshersInput)
    .output(switchRefreshersOutput)
    .mutation(({ ctx, input }) => switchLearnerRefreshers(ctx, input)),
});
