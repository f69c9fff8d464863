"use client";

import { usePathname } from "next/navigation";
import { useEffect, useState } from "react";
import { CheckCircleIcon, ClockIcon } from "@/components/ui/icons";
import { Notice } from "@/components/ui/notice";
import type learning from "@/content/messages/fr/learning.json";
import { loadOutbox } from "./load-outbox";
import type { OutboxState } from "./outbox";

/** Whether the server has everything, in words, always in the same place; announced when it changes. */
export function SaveStatus({ labels }: { labels: (typeof learning)["saving"] }) {
  const [state, setState] = useState<OutboxState | null>(null);
  const path = usePathname();
  useEffect(() => {
    let stop: (() => void) | null = null;
    let isHere = true;
    void loadOutbox().then(({ watchOutbox }) => {
      if (isHere) stop = watchOutbox(setState);
    });
    return () => {
      isHere = false;
      stop?.();
    };
  }, []);
  const words =
    state &&
    {
      saved: labels.saved,
      sending: labels.saving,
      offline: `${labels.offline} ${labels.keptHere}`,
      "signed-out": labels.signedOut,
    }[state];
  return (
    <div role="status" data-no-read>
      {state === "signed-out" ? (
        <Notice tone="warning" title={words}>
          <a
            href={`/${path.split("/")[1]}/sign-in?next=${encodeURIComponent(path)}`}
            className="inline-flex min-h-12 items-center font-bold"
          >
            {labels.signIn}
          </a>
        </Notice>
      ) : (
        <p className="flex min-h-8 items-center gap-2 text-ink-soft">
          {state === "saved" ? <CheckCircleIcon className="text-success" /> : state ? <ClockIcon /> : null}
          {words}
        </p>
      )}
    </div>
  );
}
