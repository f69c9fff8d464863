import type { z } from "zod";
import { stampOf } from "@/server/catalogue/drafts/reads";
import { type DraftFiles, readDraft } from "@/server/catalogue/drafts/rules";
import type { DraftBody } from "@/server/catalogue/drafts/schema";
import { canReadCourse } from "@/server/catalogue/policy";
import { getDraftFiles } from "@/server/catalogue/reads";
import { SCENARIO_LOCALES } from "@/server/catalogue/scenario/schema";
import { authorise } from "@/server/kernel/authorise";
import type { ServiceContext } from "@/server/kernel/context";
import { found } from "@/server/kernel/errors";
import { publicScenario } from "../engine/score";
import type { DraftSheet, DraftStudy, draftInput, draftStamp } from "./schema";

type Input = z.infer<typeof draftInput>;
type Kept = { stamp: string; files: DraftFiles; body: DraftBody; study: DraftStudy | null };

/**
 * The last version of each draft that could be read, so that an author still sees it while a file is broken. On
 * globalThis: pages and procedures have their own copies of this module.
 */
const shared = globalThis as typeof globalThis & { digiskipassDrafts?: Map<string, Kept> };

function keptDrafts(): Map<string, Kept> {
  shared.digiskipassDrafts ??= new Map();
  return shared.digiskipassDrafts;
}

/** Whether something was saved since: asked every second by an open workbench. NOT_FOUND without a workbench. */
export async function getDraftStamp(ctx: ServiceContext, input: Input): Promise<z.infer<typeof draftStamp>> {
  authorise(ctx, canReadCourse(ctx.actor));
  return { stamp: stampOf(await getDraftFiles(ctx, input)) };
}

/** A scenario with all its texts as they are saved now, and everything that must be mended. */
export async function getDraftSheet(ctx: ServiceContext, input: Input): Promise<DraftSheet> {
  authorise(ctx, canReadCourse(ctx.actor));
  const { stamp, problems, isCurrent, kept } = await refresh(ctx, input);
  if (!kept) return { stamp, problems, isCurrent, body: null };
  const { scenario, texts } = kept.body;
  return { stamp, problems, isCurrent, body: { scenario: publicScenario(scenario), texts } };
}

/** What walking every path shows: takes seconds for a big scenario, so it is asked for after the sheet. */
export async function getDraftStudy(ctx: ServiceContext, input: Input): Promise<DraftStudy> {
  authorise(ctx, canReadCourse(ctx.actor));
  const { kept: drafted } = await refresh(ctx, input);
  const kept = found(drafted);
  const { studyDraft } = await import("../study/rules");
  kept.study ??= { stamp: kept.stamp, ...studyDraft(kept.body, kept.files) };
  return kept.study;
}

/** Reads the files again; what cannot be read is taken from the last version that could. */
async function refresh(ctx: ServiceContext, input: Input) {
  authorise(ctx, canReadCourse(ctx.actor));
  const drafts = keptDrafts();
  const name = `${input.course}/${input.simulation}`;
  const files = await getDraftFiles(ctx, input);
  const stamp = stampOf(files);
  const before = drafts.get(name) ?? null;
  const { problems, body } = readDraft(files);
  if (!body) return { stamp, problems, isCurrent: false, kept: before };
  if (before?.stamp === stamp) return { stamp, problems, isCurrent: true, kept: before };
  const texts = { ...body.texts };
  for (const locale of SCENARIO_LOCALES) texts[locale] ??= before?.body.texts[locale] ?? null;
  const kept: Kept = { stamp, files, body: { ...body, texts }, study: null };
  drafts.set(name, kept);
  return { stamp, problems, isCurrent: true, kept };
}
