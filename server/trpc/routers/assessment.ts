import { tryAnswer } from "@/server/assessment/reads";
import {
  attemptView,
  openAttemptInput,
  submitAnswerInput,
  submitAnswerOutput,
  tryAnswerInput,
  tryAnswerOutput,
} from "@/server/assessment/schema";
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
});
