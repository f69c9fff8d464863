"use client";

import { useEffect, useRef, useState } from "react";
import type { Mode, Move } from "@/server/simulation/engine/types";
import type { RunView } from "@/server/simulation/engine/view";
import type { AdviceText } from "./advice";
import { announce } from "./announcements";
import type { SimulationLabels } from "./labels";
import { screenId } from "./screen";

const AFTER_DRAWING_MS = 60;

/**
 * Follows a run for whoever does not see it all at once: says each change once, and puts the focus where a person would look
 * next. Only her own moves take the focus along: what happens by itself is said, and never interrupts her typing.
 *
 * @returns the words for the live region
 */
export function useFollow({
  player,
  view,
  last,
  mode,
  advice,
  isResumed,
  textOf,
  labels,
}: {
  player: string;
  view: RunView;
  last: { current: Move["type"] | null };
  mode: Mode;
  advice: AdviceText | null;
  isResumed: boolean;
  textOf: (key: string) => string;
  labels: SimulationLabels;
}): string {
  const [spoken, setSpoken] = useState({ words: "", times: 0 });
  const before = useRef<RunView | null>(null);

  useEffect(() => {
    const old = before.current;
    if (old === view) return;
    before.current = view;
    // The same words twice in a row are only said again when they differ in something: a space at the end.
    const say = (words: string) => setSpoken(({ times }) => ({ words, times: times + 1 }));
    if (!old) {
      if (mode === "show" && view.caption) say(textOf(view.caption));
      else if (isResumed) say(labels.resumed);
      return;
    }
    const moved = old.devices.some(({ screen }, index) => screen !== view.devices[index]?.screen);
    const leads = moved && mode !== "show" && last.current !== "time";
    if (leads) focusOn(player, view.attention);
    const words = announce(old, view, {
      advice: view.feedback === old.feedback ? null : advice,
      focused: leads && isVisible(player, view.attention) ? view.attention : null,
      isShown: mode === "show",
      textOf,
      labels,
    });
    if (words.length) say(words.join(" "));
  }, [advice, isResumed, labels, last, mode, player, textOf, view]);

  // A button that went away when it was pressed leaves the focus nowhere: it goes to the device one looks at.
  useEffect(() => {
    if (mode === "show" || last.current === null) return;
    const { attention } = view;
    // The browser notices that a disabled button cannot keep the focus only when it has drawn it.
    const wait = setTimeout(() => {
      if (document.activeElement === document.body) focusOn(player, attention, { preventScroll: true });
    }, AFTER_DRAWING_MS);
    return () => clearTimeout(wait);
  }, [last, mode, player, view]);

  return spoken.times % 2 ? spoken.words : `${spoken.words}\u00a0`;
}

function isVisible(player: string, device: string): boolean {
  return (document.getElementById(screenId(player, device))?.getClientRects().length ?? 0) > 0;
}

/** Focus goes where a person would look next: the new screen, or the button that leads to it on a narrow screen. */
export function focusOn(player: string, device: string, options?: FocusOptions): void {
  const id = isVisible(player, device) ? screenId(player, device) : `${player}-look`;
  document.getElementById(id)?.focus(options);
}
