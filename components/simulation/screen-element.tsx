"use client";

import { useId } from "react";
import { Button } from "@/components/ui/button";
import { Choice } from "@/components/ui/choice";
import { classNames } from "@/components/ui/class-names";
import { fillIn } from "@/components/ui/fill-in";
import {
  CheckCircleIcon,
  CloseIcon,
  LockIcon,
  PhoneIcon,
  UserIcon,
  WarningIcon,
} from "@/components/ui/icons";
import type { MoveDraft } from "@/server/simulation/engine/types";
import type { ViewElement, ViewTimer } from "@/server/simulation/engine/view";
import { CodePad } from "./code-pad";
import { Countdown } from "./countdown";
import { SimulationDrawing } from "./drawings";
import type { SimulationLabels } from "./labels";

/** What every element needs to draw itself and to tell what the person did. */
export type ScreenTools = {
  textOf: (key: string) => string;
  labels: SimulationLabels;
  timers: readonly ViewTimer[];
  now: () => number;
  /** The element a hint or the demonstration points at. */
  pointed: string | null;
  /** The option of that element, where it has options. */
  pointedOption: string | null;
  drafts: Readonly<Record<string, string>>;
  onDraft: (on: string, value: string) => void;
  /** Sends what stands in the fields of the screen, then makes the move. */
  onMove: (move: MoveDraft) => void;
  /** Presses the main button of the screen a field is on: its Enter key. */
  onEnter: (on: string) => void;
};

const TONES = { primary: "primary", plain: "secondary", danger: "caution" } as const;
const TEXT_TONES = {
  plain: "",
  info: "rounded-md border-2 border-info bg-info-soft px-4 py-3 text-info",
  warning: "rounded-md border-2 border-caution bg-caution-soft px-4 py-3 text-caution",
  good: "rounded-md border-2 border-success bg-success-soft px-4 py-3 font-bold text-success",
  waiting: "rounded-md border-2 border-dashed border-border bg-sunken px-4 py-3",
};

/** One thing on a screen. */
export function ScreenElement({ element, tools }: { element: ViewElement; tools: ScreenTools }) {
  const { textOf: say, labels, onMove } = tools;
  const pointed = tools.pointed === element.on;
  const ring = pointed ? "sim-pointed" : undefined;
  switch (element.kind) {
    case "heading":
      return <h4 className="text-xl">{say(element.key)}</h4>;
    case "text":
      return <p className={TEXT_TONES[element.tone]}>{say(element.key)}</p>;
    case "list":
      return (
        <ul className="list-disc space-y-1 pl-6">
          {element.items.map((item) => (
            <li key={item}>{say(item)}</li>
          ))}
        </ul>
      );
    case "button":
      return (
        <Button
          tone={TONES[element.tone]}
          block
          disabled={!element.enabled}
          className={ring}
          onClick={() => onMove({ type: "press", on: element.on })}
        >
          {say(element.key)}
        </Button>
      );
    case "field":
      return <TypedField element={element} tools={tools} ring={ring} />;
    case "code":
      return (
        <CodePad
          label={say(element.key)}
          length={element.length}
          digitsOnly={element.characters === "digits"}
          hidden={element.hidden}
          pointed={pointed}
          labels={labels}
          onDone={(value) => onMove({ type: "type", on: element.on, value })}
        />
      );
    case "choices":
    case "icons":
      return <Options element={element} tools={tools} ring={ring} />;
    case "check":
      return (
        <Choice
          type="checkbox"
          label={say(element.key)}
          checked={element.checked}
          className={ring}
          onChange={(event) => onMove({ type: "tick", on: element.on, checked: event.target.checked })}
        />
      );
    case "countdown":
      return (
        <Countdown
          label={say(element.key)}
          timer={tools.timers.find(({ id }) => id === element.timer)}
          now={tools.now}
          labels={labels}
        />
      );
    case "picture": {
      const named = { text: say(element.key), drawing: labels.drawings[element.drawing] };
      const title = element.named ? fillIn(labels.named, named) : named.text;
      return <SimulationDrawing name={element.drawing} title={title} className="mx-auto size-28" />;
    }
    case "browser":
      return <AddressBar element={element} tools={tools} />;
    case "sms":
      return (
        <figure>
          <figcaption className="flex items-center gap-3 font-bold">
            <span className="flex size-12 shrink-0 items-center justify-center rounded-full border-2 border-border bg-raised">
              <UserIcon className="size-[1.4em]" />
            </span>
            <span className="min-w-0">{say(`${element.key}.from`)}</span>
          </figcaption>
          <p className="sim-bubble mt-3 bg-sunken">{say(`${element.key}.text`)}</p>
        </figure>
      );
    default:
      return (
        <figure className="text-center">
          <span className="mx-auto flex size-20 items-center justify-center rounded-full bg-accent text-accent-ink">
            <PhoneIcon className="size-[2em]" />
          </span>
          <figcaption className="mt-2">
            <span className="block text-sm font-bold text-ink-soft">{labels.onCall}</span>
            <span className="block text-xl font-bold">{say(`${element.key}.from`)}</span>
          </figcaption>
          <p className="sim-bubble mt-4 bg-info-soft text-left text-lg">{say(`${element.key}.text`)}</p>
        </figure>
      );
  }
}

type Of<Kind extends ViewElement["kind"]> = {
  element: Extract<ViewElement, { kind: Kind }>;
  tools: ScreenTools;
  ring: string | undefined;
};

function TypedField({ element, tools, ring }: Of<"field">) {
  const id = useId();
  const typed = tools.drafts[element.on] ?? (element.value === "•" ? "" : element.value);
  const isNumber = element.accepts === "phone" || element.accepts === "digits";
  return (
    <div className={ring}>
      <label htmlFor={id} className="block font-bold">
        {tools.textOf(element.key)}
      </label>
      <div className="mt-2 flex items-stretch rounded-md border-2 border-border bg-raised focus-within:outline-3 focus-within:outline-offset-3 focus-within:outline-focus">
        {element.prefix ? (
          <span className="flex items-center border-r-2 border-border bg-sunken px-3 font-bold tabular-nums rounded-l-[12px]">
            {element.prefix}
          </span>
        ) : null}
        <input
          id={id}
          type="text"
          inputMode={isNumber ? "tel" : element.accepts === "email" ? "email" : "text"}
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          maxLength={80}
          value={typed}
          onChange={(event) => tools.onDraft(element.on, event.target.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter") tools.onEnter(element.on);
          }}
          className="min-h-14 w-full min-w-0 rounded-md bg-transparent px-3 text-lg tabular-nums outline-none"
        />
      </div>
    </div>
  );
}

function Options({ element, tools, ring }: Of<"choices" | "icons">) {
  const grid = element.kind === "icons";
  const pointed = ring ? tools.pointedOption : null;
  return (
    <fieldset className={classNames("min-w-0", pointed ? undefined : ring)}>
      <legend className="mb-3 font-bold">{tools.textOf(`${element.key}.label`)}</legend>
      <div className={grid ? "sim-icon-grid" : "grid grid-cols-1 gap-3"}>
        {element.options.map((option) => (
          <button
            key={option.id}
            type="button"
            aria-pressed={element.value === option.id || undefined}
            onClick={() => tools.onMove({ type: "choose", on: element.on, option: option.id })}
            className={classNames(
              "flex min-h-16 items-center gap-3 rounded-md border-2 border-border bg-raised p-3 font-bold hover:border-accent hover:bg-accent-soft",
              "aria-pressed:border-4 aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:p-[10px]",
              grid ? "flex-col justify-start text-center leading-tight" : "text-left",
              option.id === pointed && "sim-pointed",
            )}
          >
            {option.drawing ? (
              <SimulationDrawing name={option.drawing} className={grid ? "size-16" : "size-12"} />
            ) : null}
            <span className="min-w-0">{tools.textOf(option.key)}</span>
            {element.value === option.id ? (
              <CheckCircleIcon
                className={classNames("size-[1.4em] shrink-0 text-accent", !grid && "ml-auto")}
              />
            ) : null}
          </button>
        ))}
      </div>
    </fieldset>
  );
}

/** The head of a browser: whether the address is a safe one, the address, and the way to close the page. */
export function AddressBar({
  element,
  tools,
}: {
  element: Extract<ViewElement, { kind: "browser" }>;
  tools: ScreenTools;
}) {
  const { labels } = tools;
  const Mark = element.safe ? LockIcon : WarningIcon;
  return (
    <div className="sim-browser flex items-center gap-3 border-b-2 border-border bg-sunken px-3 py-2">
      <span aria-hidden="true" className="flex gap-1.5 max-sm:hidden *:size-3 *:rounded-full *:bg-border">
        <span />
        <span />
        <span />
      </span>
      <p className="flex min-h-12 min-w-0 flex-1 items-center gap-2 rounded-full border-2 border-border bg-raised px-4">
        <Mark className={classNames("shrink-0", element.safe ? "text-success" : "text-caution")} />
        <span className="sr-only">{`${labels.address} `}</span>
        <span className="min-w-0 break-all text-sm font-bold" translate="no">
          {element.address}
        </span>
      </p>
      {element.closes ? (
        <button
          type="button"
          aria-label={labels.closePage}
          onClick={() => tools.onMove({ type: "press", on: element.on })}
          className={classNames(
            "flex size-12 shrink-0 items-center justify-center rounded-md border-2 border-border bg-raised hover:bg-accent-soft",
            tools.pointed === element.on && "sim-pointed",
          )}
        >
          <CloseIcon className="size-[1.2em]" />
        </button>
      ) : null}
    </div>
  );
}
