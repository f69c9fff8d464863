import type { Locale } from "@/db/enums";
import { listRates } from "@/server/catalogue/indicators/reads";
import { authorise } from "@/server/kernel/authorise";
import type { ServiceContext } from "@/server/kernel/context";
import { canSeeProgress } from "@/server/learning/policy";
import { listSurpriseCounts } from "@/server/learning/surprises/reads";
import { listRequestCounts } from "@/server/simulation/reads";
import { addRequestCounts, requestRates } from "@/server/simulation/rules";
import type { RequestFigures } from "./schema";

/** How some learners of a course answered requests, taken together. Two queries, whatever their number. */
export async function getRequestFigures(
  ctx: ServiceContext,
  input: {
    course: string;
    learners: readonly { personId: string; cohortIds: readonly string[] }[];
    locale: Locale;
  },
): Promise<RequestFigures> {
  authorise(
    ctx,
    input.learners.every((learner) => canSeeProgress(ctx.actor, learner)),
  );
  const [surprises, runs, definitions] = await Promise.all([
    listSurpriseCounts(ctx, input),
    listRequestCounts(ctx, input),
    listRates(ctx, input),
  ]);
  const counts = addRequestCounts(runs);
  const sum = (key: "shown" | "refused" | "accepted") =>
    surprises.reduce((total, one) => total + one[key], 0);
  return {
    shown: sum("shown"),
    refused: sum("refused"),
    accepted: sum("accepted"),
    ...counts,
    rates: requestRates(counts),
    definitions,
  };
}
