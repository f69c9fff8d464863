import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { checkPort } from "./steps/claims.mjs";
import { checkNode, ensureDependencies } from "./steps/dependencies.mjs";
import { ROOT, shown } from "./steps/paths.mjs";
import { Refusal, runMain } from "./steps/refusal.mjs";
import { stoppable } from "./steps/signals.mjs";

const LOCALES = ["fr", "nl", "de", "en"];
/** The workbench knows nobody and asks no database: this address is never opened. */
const NO_DATABASE = "postgres://nobody@127.0.0.1:1/none";

/** The language of the person at this computer, when it is one of ours. */
function ownLocale() {
  const said = (process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || "").slice(0, 2);
  return LOCALES.includes(said) ? said : "fr";
}

/** What stands behind a title in the list. */
function stateOf({ place, problem }) {
  const where = {
    lessons: () => `in the lesson ${place.lessons.join(", ")}`,
    surprise: () => "comes up as a surprise",
    nowhere: () => "in no lesson yet",
  }[place.kind]();
  return problem ? `${where}; to mend: ${problem}` : where;
}

function list(drafts) {
  const wide = Math.max(...drafts.map(({ id }) => id.length));
  const indent = " ".repeat(wide + 4);
  for (const draft of drafts) {
    console.log(`  ${draft.id.padEnd(wide)}  ${draft.title}\n${indent}${stateOf(draft)}`);
  }
  console.log("\nOpen one: npm run sim <id>");
}

/** @param {import("./steps/signals.mjs").StopSignal} signal */
async function sim(signal) {
  checkNode();
  await signal.unless(ensureDependencies());
  const { bundle } = await import("./steps/bundle.mjs");
  const { lockDevelopment, serveDevelopment } = await import("./steps/developing.mjs");
  const { readSettings, resolvedEnvironment } = await import("./steps/settings.mjs");
  const load = async (source, copy) => import(pathToFileURL(await bundle(source, copy)).href);

  const [wanted] = process.argv.slice(2).filter((word) => !word.startsWith("-"));
  const settings = await readSettings();
  const content = resolve(ROOT, settings.WORKBENCH_CONTENT);
  if (!existsSync(content))
    throw new Refusal(`There is no folder ${shown(content)}: correct WORKBENCH_CONTENT.`);
  const { listDrafts } = await load("server/catalogue/drafts/reads.ts", "drafts-reads.mjs");
  const { chooseDraft } = await load("server/catalogue/drafts/rules.ts", "drafts-rules.mjs");
  const locale = ownLocale();
  const drafts = listDrafts(content, locale);
  if (!drafts.length) throw new Refusal(`There is no simulation in ${shown(content)}/courses yet.`);
  if (wanted === undefined) return list(drafts);
  const { found, near } = chooseDraft(drafts, wanted);
  if (!found) {
    const hint = near.length ? `Did you mean ${near.join(" or ")}?` : "npm run sim lists them all.";
    throw new Refusal(`There is no simulation called ${wanted}. ${hint}`);
  }

  const lock = lockDevelopment();
  try {
    await checkPort(settings.PORT, `npm run sim ${wanted}`);
    const env = {
      ...resolvedEnvironment(
        { ...settings, WORKBENCH: true, DEMO: false },
        settings.DATABASE_URL ?? NO_DATABASE,
      ),
      WORKBENCH_CONTENT: content,
    };
    const address = `${settings.APP_URL}/${locale}/workbench/${found.course}/${found.id}`;
    await serveDevelopment(signal, env, () => {
      lock.note({ address });
      console.log(`\n${found.title || found.id}: ${address}`);
      console.log(`Change the files in ${shown(content)}/courses/${found.course}/simulations/${found.id}`);
      console.log("and save: the page follows. The first opening takes a moment. Ctrl-C stops everything.\n");
    });
  } finally {
    lock.release();
  }
}

await runMain(() => stoppable(sim));
