import type { DraftFiles } from "@/server/catalogue/drafts/rules";
import type { DraftBody } from "@/server/catalogue/drafts/schema";
import { locateFaults, type Problem } from "@/server/catalogue/scenario/rules";
import type { ScenarioLocale, ScenarioTexts } from "@/server/catalogue/scenario/schema";
import { chartOf } from "../chart/rules";
import { placeChart } from "../chart-layout/rules";
import { coverScenario } from "../cover/rules";
import { compileScenario } from "../engine/compile";
import { proveScenario } from "../proof/rules";
import type { DraftStudy } from "../workbench/schema";

/** Every path of a draft walked: its charts, what is wrong with its file and line, and the views worth looking at. */
export function studyDraft(body: DraftBody, files: DraftFiles): Omit<DraftStudy, "stamp"> {
  const compiled = compileScenario(body.scenario);
  const texts: Record<ScenarioLocale, ScenarioTexts> = {
    fr: body.texts.fr ?? {},
    nl: body.texts.nl ?? {},
    de: body.texts.de ?? {},
    en: body.texts.en ?? {},
  };
  const { walks, faults } = proveScenario(compiled, texts);
  const findings = faults
    // Whoever reads the texts says so already.
    .filter(({ file, path }) => file === "scenario" || texts[file][path.join(".")] !== undefined)
    .flatMap(({ file, path, message }): Problem[] => {
      const source = file === "scenario" ? files.scenario : files.texts[file];
      return source.text === null
        ? []
        : locateFaults({ file: source.file, text: source.text }, [{ path, message }]);
    });
  return {
    charts: Object.fromEntries(
      walks.map((walk) => [walk.options.variant, placeChart(chartOf(compiled, walk))]),
    ),
    findings,
    views: coverScenario(compiled, walks),
  };
}
