import { randomUUID } from "node:crypto";
import type { Row } from "./access-actors";

const examPlace = { course: "itsme-eid", locale: "fr" };
const LEARNERS = "401       ok      ok        403     403       403      403         403            403";
const OPEN_ONLY = "401      ok      404       403     403       403      403         403            403";
const TRAINER = " 401       403     403       ok      403       404      403         404            404";

/** The final exam, in the order of `ACTORS`. The learner has one open; her neighbour has done no lesson yet. */
export const examRows: Record<string, Row> = {
  "simulation.getExamOffer": { input: () => examPlace, marks: LEARNERS },
  "simulation.getExam": { input: () => examPlace, marks: LEARNERS },
  "simulation.openExam": {
    input: () => examPlace,
    marks: "401       ok      409       403     403       403      403         403            403",
  },
  "simulation.openExamRun": { input: () => ({ ...examPlace, number: 1 }), marks: OPEN_ONLY },
  "simulation.leaveExamRun": { input: () => ({ ...examPlace, number: 1 }), marks: OPEN_ONLY },
  "simulation.finishExam": {
    input: ({ examId }) => ({ attemptId: examId }),
    // Nothing is answered yet.
    marks: "401       409     404       404     404       404      404         404            404",
  },
  "simulation.grantExam": {
    input: ({ cohortId, learnerId }) => ({ cohortId, personId: learnerId, grantId: randomUUID() }),
    marks: TRAINER,
  },
  "simulation.superviseExam": {
    input: ({ cohortId, learnerId, examId }) => ({ cohortId, personId: learnerId, attemptId: examId }),
    marks: TRAINER,
  },
};
