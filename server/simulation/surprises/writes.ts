import type { SimulationAttemptRow } from "@/db/queries/simulation";
import { findSurprise, setSurpriseAttempt } from "@/db/queries/surprises";
import { getContentVersion } from "@/server/catalogue/reads";
import type { ScenarioBody } from "@/server/catalogue/scenario/reads";
import { authorise } from "@/server/kernel/authorise";
import { type ServiceContext, withTransaction } from "@/server/kernel/context";
import { DomainError, found } from "@/server/kernel/errors";
import { canLearn } from "@/server/learning/policy";
import { canMeetSurprise } from "@/server/learning/surprises/policy";
import { surpriseActivity } from "@/server/learning/surprises/rules";
import { showRun, storedMoves } from "../reads";
import type { OpenSurpriseInput, OpenSurpriseOutput, RunView } from "../schema";
import { beginRun, closeRun, lockOpenRun } from "../writes";

/**
 * Opens the run of a surprise that was shown to the acting learner; the same one again, on any device, as long as she
 * has not answered. She plays it alone and without a clock. An earlier one that she left is closed as it stands.
 *
 * @throws NOT_FOUND for a surprise that is not hers
 */
export async function openSurprise(
  ctx: ServiceContext,
  input: OpenSurpriseInput,
): Promise<OpenSurpriseOutput> {
  const shown = await findSurprise(ctx.db, input.surpriseId);
  authorise(ctx, shown !== null && canMeetSurprise(ctx.actor, shown), "");
  return withTransaction(ctx, async (inside) => {
    const surprise = found(await findSurprise(inside.db, input.surpriseId, { hold: true }));
    authorise(inside, canLearn(inside.actor, surprise.course));
    const body = await getContentVersion(inside, { kind: "scenario", hash: surprise.contentHash });
    const spot = {
      personId: surprise.personId,
      course: surprise.course,
      activityId: surpriseActivity(surprise.scenario),
    };
    const open = await lockOpenRun(inside, spot);
    if (open && open.id === surprise.attemptId) {
      return { outcome: "open", run: await showPinned(inside, open, body, input) };
    }
    if (surprise.attemptId) return { outcome: "answered" };
    if (open) await closeRun(inside, open);
    const { organisationId, contentHash: hash } = surprise;
    const wish = { ...spot, organisationId, mode: "alone", timer: "none" } as const;
    const attempt = await beginRun(inside, wish, { hash, body });
    if (!attempt) throw new DomainError("CONFLICT", { reason: "opened-elsewhere" });
    await setSurpriseAttempt(inside.db, surprise.id, attempt.id);
    return { outcome: "open", run: await showPinned(inside, attempt, body, input) };
  });
}

/** A run with its scenario, for a page that holds none. */
async function showPinned(
  ctx: ServiceContext,
  run: SimulationAttemptRow,
  body: ScenarioBody,
  { locale }: Pick<OpenSurpriseInput, "locale">,
): Promise<RunView> {
  return showRun(run, await storedMoves(ctx, run), { body, locale });
}
