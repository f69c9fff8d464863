"use client";

import { useRef, useState } from "react";
import type { MoveResult } from "@/server/simulation/engine/run";
import type { MoveDraft } from "@/server/simulation/engine/types";

/**
 * What stands in the fields of the screens. It leaves them only with a move, so that half a number is never stored; and a
 * field that was given something it must not keep is emptied.
 */
export function useFields(perform: (draft: MoveDraft) => MoveResult) {
  const [drafts, setDrafts] = useState<Record<string, string>>({});
  const sent = useRef<Record<string, string>>({});

  /** Sends the fields of a screen; false when one of them was given something it must not keep. */
  const send = (screen: string): boolean => {
    for (const [on, value] of Object.entries(drafts)) {
      if (!on.startsWith(`${screen}.`) || sent.current[on] === value) continue;
      sent.current[on] = value;
      const result = perform({ type: "type", on, value });
      const kept = result.status === "applied" && result.state.feedback?.kind !== "withheld";
      setDrafts(({ [on]: _sent, ...others }) => (kept ? { ...others, [on]: value } : others));
      if (!kept) {
        delete sent.current[on];
        return false;
      }
    }
    return true;
  };

  return {
    drafts,
    type: (on: string, value: string) => setDrafts((all) => ({ ...all, [on]: value })),
    send,
    /** Empties the fields of a screen that went away; of all screens when none is named. */
    forget: (screen = "") => {
      const others = (all: Record<string, string>) =>
        Object.fromEntries(Object.entries(all).filter(([on]) => screen && !on.startsWith(`${screen}.`)));
      sent.current = others(sent.current);
      setDrafts(others);
    },
  };
}
