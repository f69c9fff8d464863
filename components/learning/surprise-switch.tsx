"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { trpc } from "@/components/providers/trpc-client";
import { Button } from "@/components/ui/button";
import { LiveRegion } from "@/components/ui/live-region";

/** Whose surprises: one's own in a course, or those of a learner of a group one teaches. */
type Whose = { course: string } | { cohortId: string; personId: string };

/** Stops surprise requests with one press, and lets them come again with another. */
export function SurpriseSwitch({
  whose,
  stopped,
  labels,
}: {
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
      if ("course" in whose) await trpc.learning.switchOwnSurprises.mutate({ ...whose, stopped: !stopped });
      else await trpc.learning.switchLearnerSurprises.mutate({ ...whose, stopped: !stopped });
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
