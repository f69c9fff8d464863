import { getPlacement, getPlacementOffer } from "@/server/assessment/placement/reads";
import {
  declinePlacementOutput,
  placementInput,
  placementOffer,
  placementStep,
  placementView,
} from "@/server/assessment/placement/schema";
import { declinePlacement, takePlacementStep } from "@/server/assessment/placement/writes";
import { tryAnswer } from "@/server/assessment/reads";
import {
  answerRefresherInput,
  answerRefresherOutput,
  refresherView,
  takeRefresherInput,
} from "@/server/assessment/refreshers/schema";
import { answerRefresher, takeRefresher } from "@/server/assessment/refreshers/writes";
import {
  attemptView,
  openAttemptInput,
  submitAnswerInput,
  submitAnswerOutput,
  tryAnswerInput,
  tryAnswerOutput,
} from "@/server/assessment/schema";
import { getSelfAssessment, getSelfAssessmentOffer } from "@/server/assessment/self-assessment/reads";
import {
  rateStatementInput,
  rateStatementOutput,
  selfAssessmentInput,
  selfAssessmentOffer,
  selfAssessmentPassage,
  selfAssessmentView,
} from "@/server/assessment/self-assessment/schema";
import { openSelfAssessment, rateStatement } from "@/server/assessment/self-assessment/writes";
import { openAttempt, submitAnswer } from "@/server/assessment/writes";
import { procedure, router } from "../procedures";

export const assessmentRouter = router({
  openAttempt: procedure
    .input(openAttemptInput)
    .output(attemptView)
    .mutation(({ ctx, input }) => openAttempt(ctx, input)),
  submitAnswer: procedure
    .input(submitAnswerInput)
    .output(submitAnswerOutput)
    .mutation(({ ctx, input }) => submitAnswer(ctx, input)),
  tryAnswer: procedure
    .input(tryAnswerInput)
    .output(tryAnswerOutput)
    .query(({ ctx, input }) => tryAnswer(ctx, input)),
  getPlacementOffer: procedure
    .input(placementInput)
    .output(placementOffer)
    .query(({ ctx, input }) => getPlacementOffer(ctx, input)),
  getPlacement: procedure
    .input(placementInput)
    .output(placementView)
    .query(({ ctx, input }) => getPlacement(ctx, input)),
  takePlacementStep: procedure
    .input(placementInput)
    .output(placementStep)
    .mutation(({ ctx, input }) => takePlacementStep(ctx, input)),
  declinePlacement: procedure
    .input(placementInput)
    .output(declinePlacementOutput)
    .mutation(({ ctx, input }) => declinePlacement(ctx, input)),
  getSelfAssessmentOffer: procedure
    .input(selfAssessmentInput)
    .output(selfAssessmentOffer)
    .query(({ ctx, input }) => getSelfAssessmentOffer(ctx, input)),
  getSelfAssessment: procedure
    .input(selfAssessmentInput)
    .output(selfAssessmentView)
    .query(({ ctx, input }) => getSelfAssessment(ctx, input)),
  openSelfAssessment: procedure
    .input(selfAssessmentInput)
    .output(selfAssessmentPassage)
    .mutation(({ ctx, input }) => openSelfAssessment(ctx, input)),
  rateStatement: procedure
    .input(rateStatementInput)
    .output(rateStatementOutput)
    .mutation(({ ctx, input }) => rateStatement(ctx, input)),
  takeRefresher: procedure
    .input(takeRefresherInput)
    .output(refresherView)
    .mutation(({ ctx, input }) => takeRefresher(ctx, input)),
  answerRefresher: procedure
    .input(answerRefresherInput)
    .output(answerRefresherOutput)
    .mutation(({ ctx, input }) => answerRefresher(ctx, input)),
});
