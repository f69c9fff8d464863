"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { trpc } from "@/components/providers/trpc-client";
import { Button } from "@/components/ui/button";
import { LiveRegion } from "@/components/ui/live-region";

/** Whose: one's own in a course, or those of a learner of a group one teaches. */
type Whose = { course: string } | { cohortId: string; personId: string };

const SWITCHES = {
  surprises: { own: trpc.learning.switchOwnSurprises, learner: trpc.learning.switchLearnerSurprises },
  refreshers: { own: trpc.learning.switchOwnRefreshers, learner: trpc.learning.switchLearnerRefreshers },
};

/** Stops surprise requests or refreshers with one press, and lets them come again with another. */
export function StopSwitch({
  what,
  whose,
  stopped,
  labels,
}: {
  what: keyof typeof SWITCHES;
  whose: Whose;
  /** Whether this person has stopped them. */
  stopped: boolean;
  labels: { stop: string; resume: string; saving: string; problem: string };
}) {
  const router = useRouter();
  const [state, setState] = useState<"idle" | "saving" | "problem">("idle");
  const press = async () => {
    if (state === "saving") return;
    setState("saving");
    try {
      if ("course" in whose) await SWITCHES[what].own.mutate({ ...whose, stopped: !stopped });
      else await SWITCHES[what].learner.mutate({ ...whose, stopped: !stopped });
      setState("idle");
      router.refresh();
    } catch {
      setState("problem");
    }
  };
  return (
    <div className="flex flex-wrap items-center gap-4">
      <Button tone="secondary" size="large" aria-disabled={state === "saving"} onClick={() => void press()}>
        {stopped ? labels.resume : labels.stop}
      </Button>
      <LiveRegion visible>
        {state === "saving" ? labels.saving : state === "problem" ? labels.problem : null}
      </LiveRegion>
    </div>
  );
}
