import { checkNode, ensureDependencies } from "./steps/dependencies.mjs";
import { Refusal, runMain } from "./steps/refusal.mjs";
import { stoppable } from "./steps/signals.mjs";

/** Whatever hangs, everything is stopped and removed after this: four times what it takes on a quiet machine. */
const LIMIT_MS = 900_000;

function stopAsTooLate() {
  console.error("✗ The bench takes too long on this machine now. Nothing was written.");
  process.exitCode = 1;
  process.kill(process.pid, "SIGTERM");
}

/**
 * `npm run bench`: measures the production build and writes `bench/results.json`. Touches no data of yours.
 *
 * @param {import("./steps/signals.mjs").StopSignal} signal
 */
async function bench(signal) {
  checkNode();
  await signal.unless(ensureDependencies());
  const { runBench } = await import("../bench/run.mjs");
  const undo = /** @type {(() => Promise<unknown>)[]} */ ([]);
  const late = setTimeout(stopAsTooLate, LIMIT_MS);
  try {
    const { loads, verdicts } = await signal.unless(runBench((step) => undo.unshift(step)));
    const over = verdicts.filter(({ ok }) => !ok).length;
    console.log(`\n${over === 0 ? "Everything is within its budget." : `${over} over budget.`}`);
    const failed = Object.values(loads).reduce((sum, load) => sum + load.failed, 0);
    if (failed > 0) throw new Refusal(`${failed} requests failed: the figures above are worth nothing.`);
  } finally {
    clearTimeout(late);
    for (const step of undo) await step().catch((error) => console.error(error));
  }
}

await runMain(() => stoppable(bench));
