import { classNames } from "@/components/ui/class-names";
import type { EuFundingProps } from "@/components/ui/eu-funding";
import { fillIn } from "@/components/ui/fill-in";
import { CheckIcon, LockIcon } from "@/components/ui/icons";
import { PrintSheet } from "@/components/ui/print-sheet";
import type { ScenarioTexts } from "@/server/catalogue/scenario/schema";
import { firstParams, textOf } from "@/server/simulation/engine/texts";
import type { PlayableScenario } from "@/server/simulation/engine/types";
import { DeviceMark } from "./device-mark";
import type { SheetLabels } from "./labels";

/** Characters of steps and reminders from which an A4 page needs a denser setting: tried on every exercise. */
const DENSE_FROM = 1080;
const SMALL_FROM = 1400;

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
  const params = firstParams(scenario);
  const words = (key: string) => textOf(texts, key, params);
  // Much to say: title and words on one line, then smaller letters, so that the sheet stays one sheet.
  const length = [
    ...scenario.steps.flatMap(({ id }) => [`steps.${id}.title`, `steps.${id}.sheet`]),
    ...scenario.remember.map((id) => `remember.${id}`),
  ].reduce((sum, key) => sum + words(key).length, 0);
  const dense = scenario.steps.length > 8 || length > DENSE_FROM;
  const letters = length > SMALL_FROM ? "print:text-[11pt]" : "print:text-[12pt]";
  const devices = Object.entries(scenario.devices).filter(([, { kind }]) => kind !== "paper");
  return (
    <PrintSheet
      title={<span className="print:text-[20pt]">{words("title")}</span>}
      subtitle={<span className="print:text-[12.5pt]">{words("task")}</span>}
      funding={funding}
    >
      {devices.length ? (
        <p className="-mt-2 flex flex-wrap items-center gap-x-5 gap-y-1 font-bold print:-mt-5 print:gap-x-3 print:text-[11pt]">
          <span className="text-ink-soft">{labels.table}</span>
          {devices.map(([id, { kind }]) => (
            <span key={id} className="inline-flex items-center gap-2">
              <DeviceMark kind={kind} />
              {words(`devices.${id}`)}
            </span>
          ))}
        </p>
      ) : null}
      <h2 className="sr-only">{labels.steps}</h2>
      <ol className="mt-5 grid grid-cols-1 print:mt-[2mm] print:leading-snug">
        {scenario.steps.map(({ id }, index) => (
          <li
            key={id}
            className={classNames(
              "avoid-break flex items-start gap-4 border-b border-border-soft py-3 last:border-none print:gap-3",
              dense ? "print:py-[0.6mm]" : "print:py-[1mm]",
            )}
          >
            <span
              aria-hidden="true"
              className={classNames(
                "flex size-11 shrink-0 items-center justify-center rounded-full bg-brand-soft text-xl font-bold text-brand ring-[3px] ring-brand ring-inset print:text-[12pt] print:ring-2",
                dense ? "print:size-6" : "print:size-8",
              )}
            >
              {index + 1}
            </span>
            <span className={classNames("min-w-0 print:leading-tight", letters)}>
              <strong
                className={classNames(
                  "block text-lg print:leading-tight",
                  dense ? classNames("print:inline", letters) : "print:text-[13pt]",
                )}
              >
                {words(`steps.${id}.title`)}
              </strong>
              {dense ? <span className="hidden print:inline">. </span> : null}
              <span className={classNames("block print:leading-tight", letters, dense && "print:inline")}>
                {words(`steps.${id}.sheet`)}
              </span>
            </span>
          </li>
        ))}
      </ol>
      <div className="avoid-break mt-5 rounded-md border-2 border-brand p-5 print:mt-[2mm] print:px-[3mm] print:py-[2mm]">
        <h2 className="text-xl text-brand print:text-[13pt]">{labels.remember}</h2>
        <ul
          className={classNames(
            "mt-2 grid gap-2 print:mt-[1mm] print:gap-[0.5mm] print:leading-tight",
            letters,
          )}
        >
          {scenario.remember.map((id) => (
            <li key={id} className="flex items-start gap-3">
              <CheckIcon className="mt-[0.2em] size-[1.1em] shrink-0 text-success" />
              <span>{words(`remember.${id}`)}</span>
            </li>
          ))}
          <li className="flex items-start gap-3 font-bold">
            <LockIcon className="mt-[0.2em] size-[1.1em] shrink-0 text-brand" />
            <span>{labels.never}</span>
          </li>
        </ul>
      </div>
      <p className="mt-4 text-sm text-ink-soft print:mt-[2mm] print:text-[10pt]">
        {fillIn(labels.checked, { date: checkedOn })}
      </p>
    </PrintSheet>
  );
}
