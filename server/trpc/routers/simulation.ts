import { getExam, getExamOffer } from "@/server/simulation/exam/reads";
import {
  examGrantOutput,
  examInput,
  examOffer,
  examSitting,
  examView,
  finishExamInput,
  finishExamOutput,
  grantExamInput,
  leaveExamRunOutput,
  openExamRunInput,
  openExamRunOutput,
  superviseExamInput,
} from "@/server/simulation/exam/schema";
import {
  finishExam,
  grantExam,
  leaveExamRun,
  openExam,
  openExamRun,
  superviseExam,
} from "@/server/simulation/exam/writes";
import { findOpenRun, getDraft, getPlayableScenario } from "@/server/simulation/reads";
import { openRefresher } from "@/server/simulation/refreshers/writes";
import {
  findOpenRunInput,
  openRefresherInput,
  openRunInput,
  openSurpriseInput,
  openSurpriseOutput,
  playableScenario,
  playableScenarioInput,
  recordMovesInput,
  recordMovesOutput,
  runView,
} from "@/server/simulation/schema";
import { openSurprise } from "@/server/simulation/surprises/writes";
import { getDraftSheet, getDraftStamp, getDraftStudy } from "@/server/simulation/workbench/reads";
import { draftInput, draftSheet, draftStamp, draftStudy } from "@/server/simulation/workbench/schema";
import { openRun, recordMoves } from "@/server/simulation/writes";
import { procedure, router } from "../procedures";

export const simulationRouter = router({
  getScenario: procedure
    .input(playableScenarioInput)
    .output(playableScenario)
    .query(({ ctx, input }) => getPlayableScenario(ctx, input)),
  getDraft: procedure
    .input(playableScenarioInput)
    .output(playableScenario)
    .query(({ ctx, input }) => getDraft(ctx, input)),
  getDraftStamp: procedure
    .input(draftInput)
    .output(draftStamp)
    .query(({ ctx, input }) => getDraftStamp(ctx, input)),
  getDraftSheet: procedure
    .input(draftInput)
    .output(draftSheet)
    .query(({ ctx, input }) => getDraftSheet(ctx, input)),
  getDraftStudy: procedure
    .input(draftInput)
    .output(draftStudy)
    .query(({ ctx, input }) => getDraftStudy(ctx, input)),
  findOpenRun: procedure
    .input(findOpenRunInput)
    .output(runView.nullable())
    .query(({ ctx, input }) => findOpenRun(ctx, input)),
  openRun: procedure
    .input(openRunInput)
    .output(runView)
    .mutation(({ ctx, input }) => openRun(ctx, input)),
  openSurprise: procedure
    .input(openSurpriseInput)
    .output(openSurpriseOutput)
    .mutation(({ ctx, input }) => openSurprise(ctx, input)),
  openRefresher: procedure
    .input(openRefresherInput)
    .output(openSurpriseOutput)
    .mutation(({ ctx, input }) => openRefresher(ctx, input)),
  recordMoves: procedure
    .input(recordMovesInput)
    .output(recordMovesOutput)
    .mutation(({ ctx, input }) => recordMoves(ctx, input)),
  getExamOffer: procedure
    .input(examInput)
    .output(examOffer)
    .query(({ ctx, input }) => getExamOffer(ctx, input)),
  getExam: procedure
    .input(examInput)
    .output(examView)
    .query(({ ctx, input }) => getExam(ctx, input)),
  openExam: procedure
    .input(examInput)
    .output(examSitting)
    .mutation(({ ctx, input }) => openExam(ctx, input)),
  openExamRun: procedure
    .input(openExamRunInput)
    .output(openExamRunOutput)
    .mutation(({ ctx, input }) => openExamRun(ctx, input)),
  leaveExamRun: procedure
    .input(openExamRunInput)
    .output(leaveExamRunOutput)
    .mutation(({ ctx, input }) => leaveExamRun(ctx, input)),
  finishExam: procedure
    .input(finishExamInput)
    .output(finishExamOutput)
    .mutation(({ ctx, input }) => finishExam(ctx, input)),
  grantExam: procedure
    .input(grantExamInput)
    .output(examGrantOutput)
    .mutation(({ ctx, input }) => grantExam(ctx, input)),
  superviseExam: procedure
    .input(superviseExamInput)
    .output(examGrantOutput)
    .mutation(({ ctx, input }) => superviseExam(ctx, input)),
});
