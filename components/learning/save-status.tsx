"use client";

import { useEffect, useState } from "react";
import { CheckCircleIcon, ClockIcon } from "@/components/ui/icons";
import type learning from "@/content/messages/fr/learning.json";
import { type OutboxState, watchOutbox } from "./outbox";

/** Whether the server has everything, in words, always in the same place; announced when it changes. */
export function SaveStatus({ labels }: { labels: (typeof learning)["saving"] }) {
  const [state, setState] = useState<OutboxState>("saved");
  useEffect(() => watchOutbox(setState), []);
  const words = {
    saved: labels.saved,
    sending: labels.saving,
    offline: `${labels.offline} ${labels.keptHere}`,
    "signed-out": labels.signedOut,
  }[state];
  return (
    <p role="status" data-no-read className="flex min-h-8 items-center gap-2 text-ink-soft">
      {state === "saved" ? <CheckCircleIcon className="text-success" /> : <ClockIcon />}
      {words}
    </p>
  );
}
