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
    <PrintSheet title={words("title")} funding={funding}>
      <h2 className="sr-only">{labels.steps}</h2>
      <ol className="grid grid-cols-1 gap-4 print:gap-2 print:leading-snug">
        {scenario.steps.map(({ id }, index) => (
          <li key={id} className="avoid-break flex items-start gap-4">
            <span
              aria-hidden="true"
              className="flex size-12 shrink-0 items-center justify-center rounded-full border-[3px] border-brand text-xl font-bold text-brand print:size-9 print:text-base"
            >
              {index + 1}
            </span>
            <span className="min-w-0">
              <strong className="block text-lg print:inline print:text-base">
                {words(`steps.${id}.title`)}
              </strong>
              <span className="hidden print:inline">. </span>
              <span className="block print:inline">{words(`steps.${id}.sheet`)}</span>
            </span>
          </li>
        ))}
      </ol>
      <h2 className="mt-6 text-xl print:mt-4 print:text-base">{labels.remember}</h2>
      <ul className="mt-2 list-disc space-y-1 pl-6 print:mt-1 print:space-y-0 print:leading-snug">
        {scenario.remember.map((id) => (
          <li key={id}>{words(`remember.${id}`)}</li>
        ))}
      </ul>
      <p className="mt-4 font-bold print:mt-2 print:leading-snug">{labels.never}</p>
      <p className="mt-4 text-sm print:mt-2">{fillIn(labels.checked, { date: checkedOn })}</p>
    </PrintSheet>
  );
}
