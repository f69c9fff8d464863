import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { Locale } from "@/db/enums";
import { authorise } from "@/server/kernel/authorise";
import type { ServiceContext } from "@/server/kernel/context";
import { canReadCourse } from "../policy";
import { type Indicator, indicatorsFile, indicatorTexts, type Rate, ratesFile } from "./schema";

const FOLDER = join(process.cwd(), "content", "indicators");
const readYaml = (name: string): unknown => parse(readFileSync(join(FOLDER, name), "utf8"));

const known = new Map<Locale, Indicator[]>();
const knownRates = new Map<Locale, Rate[]>();

/** Definitions with their words in one language, in the order of their file. */
function inWords<Id extends Indicator["id"] | Rate["id"]>(all: readonly { id: Id }[], locale: Locale) {
  const texts = indicatorTexts.parse(readYaml(`${locale}.yaml`));
  return all.map(({ id }) => ({ id, ...texts[id] }));
}

/** How the numbers of a project are counted, in one language, in the order they are shown. */
export async function listIndicators(ctx: ServiceContext, input: { locale: Locale }): Promise<Indicator[]> {
  authorise(ctx, canReadCourse(ctx.actor));
  const before = known.get(input.locale);
  if (before) return before;
  const indicators = inWords(indicatorsFile.parse(readYaml("indicators.yaml")), input.locale);
  known.set(input.locale, indicators);
  return indicators;
}

/** How the two rates of answers to requests are counted, in one language. */
export async function listRates(ctx: ServiceContext, input: { locale: Locale }): Promise<Rate[]> {
  authorise(ctx, canReadCourse(ctx.actor));
  const before = knownRates.get(input.locale);
  if (before) return before;
  const rates = inWords(ratesFile.parse(readYaml("rates.yaml")), input.locale);
  knownRates.set(input.locale, rates);
  return rates;
}
