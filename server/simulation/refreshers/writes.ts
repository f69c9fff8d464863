import { setRefresherAttempt } from "@/db/queries/refreshers";
import type { SimulationAttemptRow } from "@/db/queries/simulation";
import { getContentVersion } from "@/server/catalogue/reads";
import type { ScenarioBody } from "@/server/catalogue/scenario/reads";
import { authorise } from "@/server/kernel/authorise";
import { type ServiceContext, withTransaction } from "@/server/kernel/context";
import { DomainError } from "@/server/kernel/errors";
import { canLearn } from "@/server/learning/policy";
import { refresherActivity } from "@/server/learning/refreshers/rules";
import { lockRefresher } from "@/server/learning/refreshers/writes";
import { canPlay } from "../policy";
import { showRun, storedMoves } from "../reads";
import type { OpenRefresherInput, OpenSurpriseOutput, RunView } from "../schema";
import { beginRun, closeRun, lockOpenRun } from "../writes";

/**
 * Opens the run of a refresher that the acting learner opened; the same one again, on any device, until it is at its
 * end. Hints are there for whoever asks: without one it counts as done alone. An earlier run of the same simulation
 * that she left is closed as it stands.
 *
 * @throws NOT_FOUND for a refresher that is not hers, or is a question
 */
export async function openRefresher(
  ctx: ServiceContext,
  input: OpenRefresherInput,
): Promise<OpenSurpriseOutput> {
  return withTransaction(ctx, async (inside) => {
    const refresher = await lockRefresher(inside, input.refresherId);
    authorise(ctx, canPlay(ctx.actor, refresher), "");
    authorise(inside, canLearn(inside.actor, refresher.course));
    if (refresher.kind !== "simulation") throw new DomainError("NOT_FOUND");
    const { personId, organisationId, course, contentHash: hash } = refresher;
    const body = await getContentVersion(inside, { kind: "scenario", hash });
    const spot = { personId, course, activityId: refresherActivity(refresher.item) };
    const open = await lockOpenRun(inside, spot);
    if (open && open.id === refresher.attemptId) {
      return { outcome: "open", run: await showPinned(inside, open, body, input) };
    }
    if (refresher.attemptId) return { outcome: "answered" };
    if (open) await closeRun(inside, open);
    const variant = refresher.variant ?? "main";
    const wish = { ...spot, organisationId, mode: "guided", timer: "none", variant } as const;
    const attempt = await beginRun(inside, wish, { hash, body });
    if (!attempt) throw new DomainError("CONFLICT", { reason: "opened-elsewhere" });
    await setRefresherAttempt(inside.db, refresher.id, attempt.id);
    return { outcome: "open", run: await showPinned(inside, attempt, body, input) };
  });
}

/** A run with its scenario, for a page that holds none. */
async function showPinned(
  ctx: ServiceContext,
  run: SimulationAttemptRow,
  body: ScenarioBody,
  { locale }: Pick<OpenRefresherInput, "locale">,
): Promise<RunView> {
  return showRun(run, await storedMoves(ctx, run), { body, locale });
}
