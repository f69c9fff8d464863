import { answerRefresher, takeRefresher } from "@/server/assessment/refreshers/writes";
import { getContentVersion } from "@/server/catalogue/reads";
import { listRefresherItems } from "@/server/catalogue/refresher-items/reads";
import type { ServiceContext } from "@/server/kernel/context";
import { compileScenario } from "@/server/simulation/engine/compile";
import { applyMove, nextDue, startRun } from "@/server/simulation/engine/run";
import { nextIdealMove } from "@/server/simulation/engine/steps";
import type { Move } from "@/server/simulation/engine/types";
import { openRefresher } from "@/server/simulation/refreshers/writes";
import { recordMoves } from "@/server/simulation/writes";
import { answerTo } from "./answers";
import { later } from "./demo-learner";

/** Something she learned comes back: she answers it rightly or not, or plays it through to its end. */
export async function meetRefresher(
  ctx: ServiceContext,
  input: { course: string; right: boolean },
): Promise<void> {
  const view = await takeRefresher(ctx, { course: input.course, locale: "fr" });
  if (view.kind === "simulation") return playRefresher(ctx, view.refresherId);
  if (view.kind === "none") return;
  const items = await listRefresherItems(ctx, { course: input.course });
  const item = items.find(({ kind, id }) => kind === "question" && id === view.question.id);
  if (!item) return;
  const { contentHash } = item;
  const quiz = await getContentVersion(ctx, { kind: "quiz", hash: contentHash });
  const question = quiz.file.questions.find(({ id }) => id === item.id);
  if (!question) return;
  const then = later(ctx, 40);
  await answerRefresher(then, {
    id: ctx.newId(),
    occurredAt: then.now.toISOString(),
    refresherId: view.refresherId,
    answer: answerTo(question, quiz.texts.fr[question.id]?.accepted ?? [], input.right),
    locale: "fr",
  });
}

async function playRefresher(ctx: ServiceContext, refresherId: string): Promise<void> {
  const opened = await openRefresher(ctx, { refresherId, locale: "fr" });
  if (opened.outcome !== "open") return;
  const { attemptId, contentHash, options } = opened.run;
  const { scenario } = await getContentVersion(ctx, { kind: "scenario", hash: contentHash });
  const compiled = compileScenario(scenario);
  let state = startRun(compiled, options);
  const moves: Move[] = [];
  while (!state.ended && moves.length < 200) {
    const due = nextDue(compiled, state.position);
    const draft = nextIdealMove(compiled, state) ?? (due ? ({ type: "time" } as const) : null);
    if (!draft) break;
    const at = Math.max(state.at + 8000, draft.type === "time" ? (due?.at ?? 0) : 0);
    const result = applyMove(compiled, state, { ...draft, seq: state.seq + 1, at });
    if (result.status === "refused") break;
    state = result.state;
    moves.push(result.move);
  }
  await recordMoves(later(ctx, Math.ceil(state.at / 1000)), {
    attemptId,
    moves: moves.map((move) => ({
      id: ctx.newId(),
      occurredAt: later(ctx, Math.floor(move.at / 1000)).now.toISOString(),
      move: move as Parameters<typeof recordMoves>[1]["moves"][number]["move"],
    })),
  });
}
