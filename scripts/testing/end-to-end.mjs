import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { startThrowAway } from "../postgres/throw-away.mjs";
import { isInterrupted, localBin, run } from "../steps/commands.mjs";
import { ROOT } from "../steps/paths.mjs";
import { freePort } from "../steps/ports.mjs";
import { Refusal } from "../steps/refusal.mjs";
import { ensureBrowser } from "./browser.mjs";
import { startMailCatcher } from "./mail-catcher.mjs";
import { playwrightTally } from "./tally.mjs";

const READY_LIMIT_MS = 600_000;
const STOP_LIMIT_MS = 30_000;

/**
 * Starts the product as a person would, with `scripts/start.mjs`, and waits until it is ready.
 *
 * @param {NodeJS.ProcessEnv} env
 * @param {string} log
 * @returns {Promise<{ stop(): Promise<number> }>} `stop` gives the exit code
 */
async function startProduct(env, log) {
  const output = openSync(log, "a");
  const child = spawn(process.execPath, [join(ROOT, "scripts/start.mjs")], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ["ignore", output, output],
    detached: true,
  });
  const ended = new Promise((resolve) => child.once("exit", (code) => resolve(code ?? 1)));
  let over = false;
  void ended.then(() => {
    over = true;
  });
  const product = {
    async stop() {
      child.kill("SIGTERM");
      const code = await Promise.race([ended, sleep(STOP_LIMIT_MS, 1, { ref: false })]);
      child.kill("SIGKILL");
      return code;
    },
  };
  for (
    const deadline = Date.now() + READY_LIMIT_MS;
    Date.now() < deadline && !over && !isInterrupted();
    await sleep(200)
  ) {
    if (readFileSync(log, "utf8").includes("DigiSkiPasS is ready")) return product;
  }
  await product.stop();
  throw new Refusal(`The product did not start for the journeys:\n${readFileSync(log, "utf8").trimEnd()}`);
}

/**
 * Journeys in a real browser, against a production build with its own database, demonstration data and mail server.
 *
 * @param {readonly string[]} args for Playwright, such as a file name
 * @returns {Promise<import("./tally.mjs").Tally>}
 * @throws {Refusal} when they could not be run at all
 */
export async function runJourneys(args) {
  const browser = await ensureBrowser();
  const folder = mkdtempSync(join(tmpdir(), "digiskipass-e2e-"));
  const undo = /** @type {(() => Promise<unknown>)[]} */ ([
    async () => rmSync(folder, { recursive: true, force: true }),
  ]);
  try {
    const cluster = await startThrowAway();
    undo.unshift(() => cluster.stop());
    const mailbox = join(folder, "mailbox");
    const mail = await startMailCatcher(mailbox);
    undo.unshift(() => mail.stop());
    const port = String(await freePort());
    const settings = {
      PORT: port,
      APP_URL: `http://localhost:${port}`,
      DATABASE_URL: await cluster.create("journeys"),
      DATA_DIR: join(folder, "data"),
      SMTP_URL: mail.url,
      MAIL_FROM: "DigiSkiPasS <noreply@localhost>",
      AUTH_SECRET: randomBytes(32).toString("hex"),
      DEMO: "1",
      WORKERS: "2",
      WORKBENCH: "1",
      TRUST_PROXY: "0",
      npm_lifecycle_event: undefined,
    };
    const log = join(folder, "product.log");
    const product = await startProduct(settings, log);
    undo.unshift(() => product.stop());

    const report = join(folder, "playwright.json");
    const { code } = await run(localBin("playwright"), ["test", ...args], {
      env: {
        ...process.env,
        ...settings,
        BASE_URL: settings.APP_URL,
        CHROMIUM_PATH: browser,
        MAILBOX_DIR: mailbox,
        PLAYWRIGHT_JSON_OUTPUT_FILE: report,
        NODE_ENV: "test",
      },
    });
    const tally = playwrightTally(report, code);
    const stopped = await product.stop();
    undo.shift();
    if (tally.failed > 0) console.log(`What the server said:\n${readFileSync(log, "utf8").trimEnd()}`);
    if (stopped === 0) return tally;
    console.error(`✗ The product did not stop cleanly (code ${stopped}).`);
    return { ...tally, failed: tally.failed + 1 };
  } finally {
    for (const step of undo) await step().catch((error) => console.error(error));
  }
}
