import type { EuFundingProps } from "@/components/ui/eu-funding";
import { fillIn } from "@/components/ui/fill-in";
import { PrintSheet } from "@/components/ui/print-sheet";
import type { ScenarioTexts } from "@/server/catalogue/scenario/schema";
import { personaParams, textOf } from "@/server/simulation/engine/texts";
import type { PlayableScenario } from "@/server/simulation/engine/types";
import type { SheetLabels } from "./labels";

/** The steps of a simulation on one sheet of paper, made from the same scenario. Needs no JavaScript. */
export function SimulationSheet({
  scenario,
  texts,
  labels,
  checkedOn,
  funding,
}: {
  scenario: PlayableScenario;
  texts: ScenarioTexts;
  labels: SheetLabels;
  /** `scenario.checked`, written as a date of the language. */
  checkedOn: string;
  funding: EuFundingProps;
}) {
  const params = personaParams(scenario);
  const words = (key: string) => textOf(texts, key, params);
  return (
    <PrintSheet title={words("title")} subtitle={words("summary")} funding={funding}>
      <h3 className="sr-only">{labels.steps}</h3>
      <ol className="grid grid-cols-1 gap-4">
        {scenario.steps.map(({ id }, index) => (
          <li key={id} className="avoid-break flex items-start gap-4">
            <span
              aria-hidden="true"
              className="flex size-12 shrink-0 items-center justify-center rounded-full border-[3px] border-brand text-xl font-bold text-brand"
            >
              {index + 1}
            </span>
            <span className="min-w-0">
              <strong className="block text-lg">{words(`steps.${id}.title`)}</strong>
              <span className="block">{words(`steps.${id}.sheet`)}</span>
            </span>
          </li>
        ))}
      </ol>
      <h3 className="mt-6 text-xl">{labels.remember}</h3>
      <ul className="mt-2 list-disc space-y-1 pl-6">
        {scenario.remember.map((id) => (
          <li key={id}>{words(`remember.${id}`)}</li>
        ))}
      </ul>
      <p className="mt-4 font-bold">{labels.never}</p>
      <p className="mt-4 text-sm">{fillIn(labels.checked, { date: checkedOn })}</p>
    </PrintSheet>
  );
}
