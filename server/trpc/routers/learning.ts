import { getCourseState, getHome } from "@/server/learning/reads";
import {
  courseState,
  courseStateInput,
  homeInput,
  homeView,
  readStepInput,
  recordedOutput,
} from "@/server/learning/schema";
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
});
