"use client";

import "@/components/simulation/simulation.css";
import { useEffect, useRef, useState } from "react";
import { trpc } from "@/components/providers/trpc-client";
import { Button } from "@/components/ui/button";
import { buttonClassName } from "@/components/ui/button-class-name";
import { MailIcon } from "@/components/ui/icons";
import { LiveRegion } from "@/components/ui/live-region";
import type surprises from "@/content/messages/fr/surprises.json";
import type { Locale } from "@/db/enums";
import type { RouterOutputs } from "@/server/trpc/types";

type Shown = RouterOutputs["learning"]["takeSurprise"];

export type SurpriseCardProps = {
  course: string;
  lesson: string;
  step: number;
  locale: Locale;
  /** "Exercise – this is not the real app": never missing where an exercise is shown. */
  ribbon: string;
  labels: (typeof surprises)["card"];
};

/** Asked for once per visit: on the next step the same card is still there until she opened it or put it away. */
const taken = new Map<string, Promise<Shown>>();

/**
 * The first message of a surprise, as a phone beside the lesson. It is said aloud once, takes no focus and can be left
 * where it is; only opening it loads the exercise.
 */
export function SurpriseCard({ course, lesson, step, locale, ribbon, labels }: SurpriseCardProps) {
  const [shown, setShown] = useState<Shown>(null);
  const [isIgnored, setIgnored] = useState(false);
  const ignored = useRef<HTMLParagraphElement>(null);
  const isOpened = useRef(false);

  useEffect(() => {
    let isHere = true;
    const asked =
      taken.get(course) ??
      trpc.learning.takeSurprise.mutate({ course, lesson, locale }).catch((): Shown => null);
    taken.set(course, asked);
    void asked.then((card) => isHere && setShown(card));
    return () => {
      isHere = false;
    };
  }, [course, lesson, locale]);

  useEffect(() => {
    if (isIgnored) ignored.current?.focus({ preventScroll: true });
  }, [isIgnored]);

  // The browser may bring the page back as it was left: the message that was opened is gone then.
  useEffect(() => {
    const onReturn = () => isOpened.current && setShown(null);
    window.addEventListener("pageshow", onReturn);
    return () => window.removeEventListener("pageshow", onReturn);
  }, []);

  const forget = () => taken.set(course, Promise.resolve(null));
  return (
    <>
      <LiveRegion>{shown && !isIgnored ? labels.news : null}</LiveRegion>
      {isIgnored ? (
        <p ref={ignored} tabIndex={-1} data-no-read className="no-print mt-4 text-ink-soft">
          {labels.ignored}
        </p>
      ) : shown ? (
        <section
          aria-labelledby="surprise-where"
          data-no-read
          className="sim-arriving no-print mx-auto mt-5 max-w-[30rem] overflow-hidden rounded-[28px] border-8 border-ink bg-raised shadow-lifted"
        >
          <p className="sim-ribbon px-4 py-2 text-center text-sm font-bold">{ribbon}</p>
          <div className="grid gap-4 p-4 sm:p-5">
            <h2 id="surprise-where" className="text-base text-ink-soft">
              {labels.where}
            </h2>
            <p className="flex items-start gap-3 rounded-md border-2 border-ink bg-info-soft p-3">
              <MailIcon className="mt-1 size-[1.6em] shrink-0" />
              <span className="min-w-0">
                <strong className="block">{shown.from}</strong>
                {shown.text}
              </span>
            </p>
            <p className="flex flex-wrap gap-3">
              <a
                href={`/${locale}/courses/${course}/surprise?message=${shown.surpriseId}&from=${lesson}/${step}`}
                className={buttonClassName()}
                onClick={() => {
                  isOpened.current = true;
                  forget();
                }}
              >
                {labels.open}
              </a>
              <Button
                tone="secondary"
                size="large"
                onClick={() => {
                  forget();
                  setIgnored(true);
                }}
              >
                {labels.later}
              </Button>
            </p>
          </div>
        </section>
      ) : null}
    </>
  );
}
