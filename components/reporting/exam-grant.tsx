"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { newId } from "@/components/providers/new-id";
import { trpc } from "@/components/providers/trpc-client";
import { Button } from "@/components/ui/button";
import { LiveRegion } from "@/components/ui/live-region";

/** Lets a learner take the exam (once more), or notes that one was supervised. Pressing twice does it once. */
export function ExamGrant({
  member,
  attemptId,
  label,
  labels,
}: {
  member: { cohortId: string; personId: string };
  /** The exam to note as supervised; without it an attempt is given. */
  attemptId?: string;
  label: string;
  labels: { saving: string; problem: string };
}) {
  const router = useRouter();
  const [state, setState] = useState<"idle" | "saving" | "problem">("idle");
  const grantId = useRef(newId());
  const press = async () => {
    if (state === "saving") return;
    setState("saving");
    try {
      if (attemptId) await trpc.simulation.superviseExam.mutate({ ...member, attemptId });
      else await trpc.simulation.grantExam.mutate({ ...member, grantId: grantId.current });
      grantId.current = newId();
      setState("idle");
      router.refresh();
    } catch {
      setState("problem");
    }
  };
  return (
    <div className="flex flex-wrap items-center gap-4">
      <Button tone="secondary" size="large" aria-disabled={state === "saving"} onClick={() => void press()}>
        {label}
      </Button>
      <LiveRegion visible>
        {state === "saving" ? labels.saving : state === "problem" ? labels.problem : null}
      </LiveRegion>
    </div>
  );
}
