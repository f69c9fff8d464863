"use client";

import { useEffect, useRef, useState } from "react";
import {
  CONTRASTS,
  type ReadingPreferences,
  readPreferences,
  savePreferences,
  TEXT_SIZES,
  THEMES,
} from "@/components/providers/preferences";
import { classNames } from "@/components/ui/class-names";
import { TextSizeIcon } from "@/components/ui/icons";

export type ReadingSettingsLabels = {
  open: string;
  close: string;
  textSize: string;
  theme: string;
  themes: Record<ReadingPreferences["theme"], string>;
  contrast: string;
  contrasts: Record<ReadingPreferences["contrast"], string>;
};

/** Text size, light or dark, contrast: on every page, in force at once, remembered in this browser. */
export function ReadingSettings({ labels }: { labels: ReadingSettingsLabels }) {
  const details = useRef<HTMLDetailsElement>(null);
  const [preferences, setPreferences] = useState<ReadingPreferences | null>(null);

  useEffect(() => {
    setPreferences(readPreferences());
    if (!("js" in document.documentElement.dataset)) {
      // React made this document by itself (a page that was not found): the script in its head never ran.
      document.head.append(Object.assign(document.createElement("script"), { src: "/preferences.js" }));
    }
    function closeOn(event: Event) {
      const box = details.current;
      if (!box?.open) return;
      if (event instanceof KeyboardEvent) {
        if (event.key !== "Escape") return;
        box.querySelector("summary")?.focus();
      } else if (event.target instanceof Node && box.contains(event.target)) return;
      box.open = false;
    }
    document.addEventListener("keydown", closeOn);
    document.addEventListener("pointerdown", closeOn);
    return () => {
      document.removeEventListener("keydown", closeOn);
      document.removeEventListener("pointerdown", closeOn);
    };
  }, []);

  function choose(change: Partial<ReadingPreferences>) {
    const next = { ...readPreferences(), ...change };
    savePreferences(next);
    setPreferences(next);
  }

  return (
    <details ref={details} className="needs-js no-print group sm:relative">
      <summary className="inline-flex min-h-12 items-center min-w-12 justify-center gap-2 rounded-md px-2 font-bold hover:bg-accent-soft group-open:bg-accent-soft">
        <TextSizeIcon className="size-[1.4em]" />
        <span className="max-sm:sr-only">{labels.open}</span>
      </summary>
      <div className="reading-panel">
        <Options
          legend={labels.textSize}
          name="text-size"
          values={TEXT_SIZES}
          chosen={preferences?.textSize}
          label={(size) => `${size} %`}
          onChoose={(textSize) => choose({ textSize })}
        />
        <Options
          legend={labels.theme}
          name="theme"
          values={THEMES}
          chosen={preferences?.theme}
          label={(theme) => labels.themes[theme]}
          onChoose={(theme) => choose({ theme })}
        />
        <Options
          legend={labels.contrast}
          name="contrast"
          values={CONTRASTS}
          chosen={preferences?.contrast}
          label={(contrast) => labels.contrasts[contrast]}
          onChoose={(contrast) => choose({ contrast })}
        />
        <button
          type="button"
          className="min-h-12 rounded-md bg-accent px-4 font-bold text-accent-ink hover:bg-accent-strong"
          onClick={() => {
            if (!details.current) return;
            details.current.open = false;
            details.current.querySelector("summary")?.focus();
          }}
        >
          {labels.close}
        </button>
      </div>
    </details>
  );
}

function Options<Value extends string>({
  legend,
  name,
  values,
  chosen,
  label,
  onChoose,
}: {
  legend: string;
  name: string;
  values: readonly Value[];
  chosen: Value | undefined;
  label: (value: Value) => string;
  onChoose: (value: Value) => void;
}) {
  return (
    <fieldset className="min-w-0">
      <legend className="mb-2 font-bold">{legend}</legend>
      <div className="flex flex-wrap gap-3">
        {values.map((value) => (
          <label
            key={value}
            className={classNames(
              "flex min-h-12 grow cursor-pointer items-center gap-2 rounded-md border-2 px-3 text-sm font-bold",
              "has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus",
              chosen === value ? "border-accent bg-accent-soft" : "border-border",
            )}
          >
            <input
              type="radio"
              name={`reading-${name}`}
              className="size-[1.2em] shrink-0 accent-accent outline-none"
              checked={chosen === value}
              onChange={() => onChoose(value)}
            />
            {label(value)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
