import type { z } from "zod";
import { listProgress } from "@/db/queries/learning";
import { listSelfAssessments, type SelfAssessmentRow } from "@/db/queries/self-assessment";
import { getContentVersion, listActivities } from "@/server/catalogue/reads";
import { getSelfAssessmentContent } from "@/server/catalogue/self-assessment/reads";
import { authorise } from "@/server/kernel/authorise";
import type { ServiceContext } from "@/server/kernel/context";
import { found } from "@/server/kernel/errors";
import { canLearn, canSeeProgress } from "@/server/learning/policy";
import { countWholeLessons } from "@/server/learning/rules";
import { compareRatings, gainOf, momentNow, momentOf, momentToOffer } from "./rules";
import type {
  SelfAssessmentInput,
  SelfAssessmentState,
  SelfAssessmentView,
  selfAssessmentOffer,
} from "./schema";

/** Of one learner's passages: the one that is open, the first "before" and the last "after" that are whole. */
function sortPassages(rows: readonly SelfAssessmentRow[]) {
  const whole = (moment: "before" | "after") =>
    rows.filter((row) => row.status === "completed" && momentOf(row.activityId) === moment);
  return {
    open: rows.find((row) => row.status === "open") ?? null,
    before: whole("before")[0] ?? null,
    after: whole("after").at(-1) ?? null,
  };
}

/** Where the acting learner stands: what is open, what is done, how many lessons are whole. */
export async function getStanding(ctx: ServiceContext, input: { course: string }) {
  authorise(ctx, canLearn(ctx.actor, input.course));
  const personIds = ctx.actor.kind === "person" ? [ctx.actor.personId] : [];
  const [rows, progress, activities] = await Promise.all([
    listSelfAssessments(ctx.db, { ...input, personIds }),
    listProgress(ctx.db, { ...input, personIds }),
    listActivities(ctx, input),
  ]);
  const passages = sortPassages(rows);
  const { whole, all } = countWholeLessons(activities, progress);
  return {
    ...passages,
    standing: {
      open: passages.open && momentOf(passages.open.activityId),
      hasBefore: passages.before !== null,
      hasAfter: passages.after !== null,
      wholeLessons: whole,
      lessons: all,
    },
  };
}

/** What the home of a learner offers of its own accord. */
export async function getSelfAssessmentOffer(
  ctx: ServiceContext,
  input: { course: string },
): Promise<z.infer<typeof selfAssessmentOffer>> {
  authorise(ctx, canLearn(ctx.actor, input.course));
  const { standing } = await getStanding(ctx, input);
  return { moment: momentToOffer(standing), isOpen: standing.open !== null };
}

/** A learner's own page: what she may take now, and what changed between the first time and the last. */
export async function getSelfAssessment(
  ctx: ServiceContext,
  input: SelfAssessmentInput,
): Promise<SelfAssessmentView> {
  authorise(ctx, canLearn(ctx.actor, input.course));
  const [{ open, before, after, standing }, current] = await Promise.all([
    getStanding(ctx, input),
    getSelfAssessmentContent(ctx, input),
  ]);
  const hash = open?.contentHash ?? after?.contentHash ?? current.hash;
  const { file, texts } = await getContentVersion(ctx, { kind: "self-assessment", hash });
  const words = after
    ? (await getContentVersion(ctx, { kind: "self-assessment", hash: after.contentHash })).texts[input.locale]
    : texts[input.locale];
  const order = Object.keys(words.statements);
  return {
    moment: momentNow(standing),
    isOpen: open !== null,
    count: file.statements.length,
    rated: Object.keys(open?.ratings ?? {}).length,
    beforeAt: before?.completedAt?.toISOString() ?? null,
    afterAt: after?.completedAt?.toISOString() ?? null,
    scale: words.scale,
    changes:
      before &&
      after &&
      compareRatings(before.ratings, after.ratings)
        .sort((one, other) => order.indexOf(one.id) - order.indexOf(other.id))
        .map((line) => ({ ...line, text: found(words.statements[line.id]) })),
  };
}

/** Which learners did both, and their gain: for whoever may see all of them. One query. */
export async function listSelfAssessmentStates(
  ctx: ServiceContext,
  input: { course: string; learners: readonly { personId: string; cohortIds: readonly string[] }[] },
): Promise<Map<string, SelfAssessmentState>> {
  authorise(
    ctx,
    input.learners.every((learner) => canSeeProgress(ctx.actor, learner)),
  );
  const personIds = input.learners.map(({ personId }) => personId);
  const rows = await listSelfAssessments(ctx.db, { course: input.course, personIds });
  return new Map(
    personIds.map((personId) => {
      const { before, after } = sortPassages(rows.filter((row) => row.personId === personId));
      return [
        personId,
        {
          beforeAt: before?.completedAt?.toISOString() ?? null,
          afterAt: after?.completedAt?.toISOString() ?? null,
          gain: gainOf(before?.ratings ?? null, after?.ratings ?? null),
        },
      ];
    }),
  );
}
