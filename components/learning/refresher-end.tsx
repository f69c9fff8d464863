"use client";

import { useEffect, useState } from "react";
import { trpc } from "@/components/providers/trpc-client";
import { fillIn } from "@/components/ui/fill-in";
import type refreshers from "@/content/messages/fr/refreshers.json";
import type { Locale } from "@/db/enums";
import { brusselsNoon, writtenDate } from "@/server/kernel/calendar";
import { loadOutbox } from "./load-outbox";

/** When the next refresher comes, once the server has what was done; nothing without a network. */
export function NextRefresher({
  course,
  personId,
  locale,
  words,
}: {
  course: string;
  personId: string;
  locale: Locale;
  words: Pick<(typeof refreshers)["state"], "next">;
}) {
  const [nextOn, setNextOn] = useState<string | null>(null);
  useEffect(() => {
    let isHere = true;
    loadOutbox()
      .then(({ flushOutbox }) => flushOutbox(personId))
      .then(() => trpc.learning.listOwnRefreshers.query())
      .then((all) => isHere && setNextOn(all.find((one) => one.course === course)?.nextOn ?? null))
      .catch(() => undefined);
    return () => {
      isHere = false;
    };
  }, [course, personId]);
  return (
    <p role="status" className="min-h-8 text-lg font-bold">
      {nextOn ? fillIn(words.next, { date: writtenDate(locale, brusselsNoon(nextOn), "weekday") }) : null}
    </p>
  );
}
