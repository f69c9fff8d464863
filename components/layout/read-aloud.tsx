"use client";

import { useEffect, useRef, useState } from "react";
import { PauseIcon, PlayIcon, SpeakerIcon, StopIcon } from "@/components/ui/icons";
import type { Locale } from "@/db/enums";
import { listSentences, markSentence, pickVoice, type Sentence } from "./speech";

export type ReadAloudLabels = {
  read: string;
  pause: string;
  resume: string;
  stop: string;
  /** What to do when this browser has no voice for the language. */
  unavailable: string;
};

/** Said when a reader begins, so that another one on the page stops: there is only one voice. */
const BEGINS = "read-aloud-begins";

/**
 * Reads a part of the page with the browser's own voice, slowly, and shows the sentence being read.
 * Nothing leaves the device through us. `[data-no-read]`, drawings and (unless `readsButtons`) buttons are passed over.
 */
export function ReadAloud({
  targetId,
  targets,
  readsButtons,
  locale,
  labels,
  className,
}: {
  /** What is read: one element of the page … */
  targetId?: string;
  /** … or those that matter at the moment. */
  targets?: () => Element[];
  readsButtons?: boolean;
  locale: Locale;
  labels: ReadAloudLabels;
  className?: string;
}) {
  const [state, setState] = useState<"waiting" | "none" | "idle" | "reading" | "paused">("waiting");
  const voice = useRef<SpeechSynthesisVoice | undefined>(undefined);
  const sentences = useRef<Sentence[]>([]);
  const position = useRef(0);
  const turn = useRef(0);

  useEffect(() => {
    const synthesis = window.speechSynthesis;
    if (!synthesis) {
      setState("none");
      return;
    }
    function look() {
      voice.current = pickVoice(synthesis.getVoices(), locale);
      setState((now) => {
        if (now === "reading" || now === "paused") return now;
        return voice.current ? "idle" : now;
      });
    }
    look();
    synthesis.addEventListener?.("voiceschanged", look);
    // Voices arrive late, and in some browsers never: after two seconds we say so.
    const patience = setTimeout(() => setState((now) => (now === "waiting" ? "none" : now)), 2000);
    return () => {
      clearTimeout(patience);
      synthesis.removeEventListener?.("voiceschanged", look);
      turn.current += 1;
      synthesis.cancel();
      markSentence(null);
    };
  }, [locale]);

  // Another reader of this page has begun: the voice is its own now.
  const self = useRef({});
  useEffect(() => {
    function yieldTo(event: Event) {
      if (!(event instanceof CustomEvent) || event.detail === self.current) return;
      turn.current += 1;
      setState((now) => (now === "reading" || now === "paused" ? "idle" : now));
    }
    window.addEventListener(BEGINS, yieldTo);
    return () => window.removeEventListener(BEGINS, yieldTo);
  }, []);

  /** Reads from `position` on. Each call of `start`/`halt` is a new turn, so that late events of the last one are ignored. */
  function speakFrom(index: number, mine: number) {
    const sentence = sentences.current[index];
    position.current = index;
    if (!sentence) return halt("idle");
    const utterance = new SpeechSynthesisUtterance(sentence.text);
    if (voice.current) utterance.voice = voice.current;
    utterance.lang = voice.current?.lang ?? locale;
    utterance.rate = 0.85;
    utterance.onend = () => mine === turn.current && speakFrom(index + 1, mine);
    utterance.onerror = () => mine === turn.current && halt("idle");
    markSentence(sentence);
    window.speechSynthesis.speak(utterance);
  }

  function start(from: number) {
    const one = targetId ? document.getElementById(targetId) : null;
    const read = targets?.() ?? (one ? [one] : []);
    if (read.length === 0) return;
    turn.current += 1;
    window.dispatchEvent(new CustomEvent(BEGINS, { detail: self.current }));
    window.speechSynthesis.cancel();
    if (from === 0) {
      sentences.current = read.flatMap((target) => listSentences(target, locale, readsButtons));
    }
    setState("reading");
    speakFrom(from, turn.current);
  }

  /** Pausing is stopping and remembering where: `pause()` of several phones never resumes. */
  function halt(next: "idle" | "paused") {
    turn.current += 1;
    window.speechSynthesis.cancel();
    markSentence(null);
    setState(next);
  }

  if (state === "none") {
    return (
      <p className="needs-js flex min-h-16 items-center justify-center text-center text-sm">
        {labels.unavailable}
      </p>
    );
  }
  if (state === "reading" || state === "paused") {
    return (
      <div className="flex flex-wrap gap-x-3 *:flex-[1_1_3.5rem] *:sm:flex-col! *:sm:gap-1!">
        <button
          type="button"
          className={className}
          onClick={() => (state === "reading" ? halt("paused") : start(position.current))}
        >
          {state === "reading" ? (
            <PauseIcon className="size-[1.5em]" />
          ) : (
            <PlayIcon className="size-[1.5em]" />
          )}
          {state === "reading" ? labels.pause : labels.resume}
        </button>
        <button type="button" className={className} onClick={() => halt("idle")}>
          <StopIcon className="size-[1.5em]" />
          {labels.stop}
        </button>
      </div>
    );
  }
  return (
    <button type="button" className={`needs-js ${className ?? ""}`} onClick={() => start(0)}>
      <SpeakerIcon className="size-[1.5em]" />
      {labels.read}
    </button>
  );
}

/** Whoever reads the page aloud stops: what was read is no longer there. */
export function stopReading(): void {
  window.dispatchEvent(new CustomEvent(BEGINS));
  window.speechSynthesis?.cancel();
  markSentence(null);
}
