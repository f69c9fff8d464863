"use client";

import { useId, useRef, useState } from "react";
import { classNames } from "@/components/ui/class-names";
import { fillIn } from "@/components/ui/fill-in";
import { looksReal } from "@/server/simulation/engine/secrets";
import type { SimulationLabels } from "./labels";

const KEYS = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "0"];
const KEY = "min-h-14 min-w-12 rounded-md border-2 px-1 font-bold tabular-nums";
const PLAIN = "border-border bg-raised hover:bg-accent-soft";
const DONE = "border-accent bg-accent text-xl text-accent-ink hover:bg-accent-strong";

/** A pad of digits beside a field one can also type in. What was typed leaves the pad only with OK. */
export function CodePad({
  label,
  length,
  digitsOnly,
  hidden,
  pointed,
  labels,
  onDone,
}: {
  label: string;
  length: number;
  digitsOnly: boolean;
  hidden: boolean;
  pointed: boolean;
  labels: SimulationLabels;
  onDone: (typed: string) => void;
}) {
  const id = useId();
  const [typed, setTyped] = useState("");
  const field = useRef<HTMLInputElement>(null);
  const put = (value: string) => {
    const clean = value.toUpperCase().replace(digitsOnly ? /\D/g : /[^A-Z0-9]/g, "");
    setTyped(clean.slice(0, length));
  };
  const done = () => {
    if (typed === "") return field.current?.focus();
    setTyped("");
    onDone(typed);
  };
  return (
    <form
      className={classNames("rounded-md", pointed && "sim-pointed")}
      onSubmit={(event) => {
        event.preventDefault();
        done();
      }}
    >
      <div className="sim-pad-display">
        <label htmlFor={id} className="block font-bold">
          {label}
        </label>
        <input
          ref={field}
          id={id}
          type="text"
          inputMode={digitsOnly ? "none" : "text"}
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          maxLength={length}
          value={typed}
          onChange={(event) => put(event.target.value)}
          onPaste={(event) => {
            const pasted = event.clipboardData.getData("text");
            if (!looksReal(pasted)) return;
            event.preventDefault();
            setTyped("");
            onDone(pasted.slice(0, 80));
          }}
          className={classNames(
            "mt-2 min-h-14 w-full rounded-md border-2 border-border bg-raised text-center text-2xl font-bold tracking-[0.3em]",
            hidden && "sim-hidden-code",
          )}
        />
      </div>
      <p className="sr-only" role="status">
        {typed === "" ? "" : fillIn(labels.pad.typed, { n: typed.length, total: length })}
      </p>
      {digitsOnly ? (
        <div data-no-read className="sim-keys mt-3 grid grid-cols-3 gap-3">
          {KEYS.map((key) => (
            <button
              key={key}
              type="button"
              className={classNames(KEY, PLAIN, "text-xl last:col-start-2")}
              onClick={() => put(typed + key)}
            >
              {key}
            </button>
          ))}
        </div>
      ) : null}
      <div className="mt-3 grid grid-cols-[repeat(auto-fit,minmax(min(100%,5rem),1fr))] gap-3">
        <button type="button" className={classNames(KEY, PLAIN)} onClick={() => setTyped(typed.slice(0, -1))}>
          {labels.pad.erase}
        </button>
        <button type="submit" className={classNames(KEY, DONE)}>
          {labels.pad.ok}
        </button>
      </div>
    </form>
  );
}
