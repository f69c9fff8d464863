"use client";

import { useActionState, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { CardPicture } from "@/components/ui/card-pictures/card-picture";
import { classNames } from "@/components/ui/class-names";
import { PageHeader } from "@/components/ui/heading";
import { LiveRegion } from "@/components/ui/live-region";
import { Notice } from "@/components/ui/notice";
import { CARD_PICTURES, type CardPicture as PictureId } from "@/db/enums";
import { PICTURES_ON_CARD } from "@/server/identity/access-cards/rules";
import { CallLink } from "./call-link";
import type { CardEntryState, FormAction } from "./form-states";

export type CardEntryLabels = {
  title: string;
  lead: string;
  grid: string;
  chosen: string;
  /** "1re image", "2e image", "3e image" */
  places: readonly string[];
  empty: string;
  full: string;
  undo: string;
  clear: string;
  submit: string;
  /** Title of a refusal: "Attention" */
  attention: string;
  pictures: Record<PictureId, string>;
};

/**
 * The twelve pictures and the three places to fill; or, of a card that opens nothing any more, what happened and whom to
 * call. With scripts a press fills the next place on the spot; without,
 * every button posts the form and the page comes back with the place filled.
 */
export function CardEntry({
  action,
  initial,
  hidden,
  labels,
}: {
  action: FormAction<CardEntryState>;
  /** What is known before anybody pressed anything. */
  initial: CardEntryState;
  hidden: Record<string, string>;
  labels: CardEntryLabels;
}) {
  const [state, formAction] = useActionState<CardEntryState, FormData>(action, initial);
  const [picked, setPicked] = useState<{ since: CardEntryState; chosen: PictureId[] } | null>(null);
  const submit = useRef<HTMLButtonElement>(null);
  const refusal = useRef<HTMLDivElement>(null);

  // What was picked since the last answer of the server; a new answer begins anew.
  const chosen = picked?.since === state ? picked.chosen : state.chosen;
  const isFull = chosen.length === PICTURES_ON_CARD;
  const choose = (next: PictureId[]) => setPicked({ since: state, chosen: next });

  useEffect(() => {
    if (state.error) refusal.current?.focus();
  }, [state]);

  function pick(id: PictureId) {
    if (isFull || chosen.includes(id)) return;
    const next = [...chosen, id];
    choose(next);
    if (next.length === PICTURES_ON_CARD) submit.current?.focus();
  }

  const last = chosen.at(-1);
  const news = last
    ? `${labels.places[chosen.length - 1]}, ${labels.pictures[last]}. ${isFull ? labels.full : ""}`
    : "";
  const notice = state.error ? (
    <div ref={refusal} tabIndex={-1} role="alert">
      <Notice tone="warning" title={labels.attention}>
        <p>{state.error}</p>
        {state.call ? <CallLink {...state.call} /> : null}
      </Notice>
    </div>
  ) : null;
  if (state.blocked) {
    return (
      <>
        <PageHeader title={state.blocked} />
        {notice}
      </>
    );
  }

  return (
    <>
      <PageHeader title={labels.title} lead={labels.lead} />
      <form action={formAction} className="grid grid-cols-1 gap-8">
        {Object.entries(hidden).map(([key, value]) => (
          <input key={key} type="hidden" name={key} value={value} />
        ))}
        {chosen.map((id) => (
          <input key={id} type="hidden" name="chosen" value={id} />
        ))}
        {notice}
        <LiveRegion>{news}</LiveRegion>

        <fieldset className="min-w-0">
          <legend className="sr-only">{labels.grid}</legend>
          <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,4.2rem),1fr))] gap-3 sm:grid-cols-[repeat(auto-fit,minmax(5.3rem,1fr))]">
            {CARD_PICTURES.map((id) => {
              const place = chosen.indexOf(id);
              return (
                <button
                  key={id}
                  type="submit"
                  name="pick"
                  value={id}
                  aria-pressed={place >= 0}
                  aria-disabled={isFull || place >= 0 ? true : undefined}
                  onClick={(event) => {
                    event.preventDefault();
                    pick(id);
                  }}
                  className={classNames(
                    "relative flex min-h-28 min-w-0 flex-col items-center justify-center gap-2 rounded-md border-2 bg-raised px-1 py-2 text-sm max-sm:text-[min(0.8rem,5vw)] font-bold",
                    place >= 0
                      ? "border-4 border-accent bg-accent-soft"
                      : "border-border hover:border-accent hover:bg-accent-soft",
                  )}
                >
                  <CardPicture id={id} className="size-14" />
                  <span className="max-w-full hyphens-auto break-words leading-tight">
                    {labels.pictures[id]}
                  </span>
                  {place >= 0 ? (
                    <span
                      aria-hidden="true"
                      className="absolute right-1 top-1 inline-flex size-[1.7em] items-center justify-center rounded-full bg-accent text-accent-ink"
                    >
                      {place + 1}
                    </span>
                  ) : null}
                </button>
              );
            })}
          </div>
        </fieldset>

        <section aria-labelledby="chosen-title" className="stitched rounded-lg p-4 sm:p-5">
          <h2 id="chosen-title" className="text-xl">
            {labels.chosen}
          </h2>
          <ol className="mt-3 grid grid-cols-[repeat(auto-fit,minmax(min(100%,3.6rem),1fr))] gap-2">
            {labels.places.map((place, index) => {
              const id = chosen[index];
              return (
                <li
                  key={place}
                  className={classNames(
                    "flex min-w-0 flex-col items-center gap-1 rounded-md border-2 px-1 py-3 text-center text-sm leading-tight",
                    id ? "border-accent bg-raised" : "border-dashed border-border",
                  )}
                >
                  <span className="text-ink-soft">{place}</span>
                  {id ? (
                    <CardPicture id={id} className="size-12" />
                  ) : (
                    <span className="h-12" aria-hidden="true" />
                  )}
                  <span className={id ? "font-bold" : "text-ink-soft"}>
                    {id ? labels.pictures[id] : labels.empty}
                  </span>
                </li>
              );
            })}
          </ol>
          {chosen.length > 0 ? (
            <div className="mt-4 flex flex-wrap gap-3">
              <Button
                type="submit"
                name="intent"
                value="undo"
                tone="secondary"
                onClick={(event) => {
                  event.preventDefault();
                  choose(chosen.slice(0, -1));
                }}
              >
                {labels.undo}
              </Button>
              <Button
                type="submit"
                name="intent"
                value="clear"
                tone="quiet"
                onClick={(event) => {
                  event.preventDefault();
                  choose([]);
                }}
              >
                {labels.clear}
              </Button>
            </div>
          ) : null}
        </section>

        <div>
          <Button ref={submit} type="submit" name="intent" value="enter">
            {labels.submit}
          </Button>
        </div>
      </form>
    </>
  );
}
