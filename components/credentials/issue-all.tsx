"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { errorData, trpc } from "@/components/providers/trpc-client";
import { Button } from "@/components/ui/button";
import { FieldError } from "@/components/ui/field";
import { LiveRegion } from "@/components/ui/live-region";
import { Notice } from "@/components/ui/notice";
import type { IssueReadyOutput } from "@/server/credentials/schema";

export type IssueAllLabels = {
  /** "Préparer les 4 certificats", for as many as are ready now. */
  submit: string;
  hint: string;
  working: string;
  done: string;
  nobody: string;
  ready: string;
  refused: string;
  /** Sentences by error key or code; `UNKNOWN` is the last resort. */
  errors: Record<string, string>;
};

/** One press issues to everybody who is ready, and says of each what happened. */
export function IssueAll({
  cohortId,
  readyCount,
  labels,
}: {
  cohortId: string;
  readyCount: number;
  labels: IssueAllLabels;
}) {
  const router = useRouter();
  const [isWorking, setWorking] = useState(false);
  const [results, setResults] = useState<IssueReadyOutput["results"] | null>(null);
  const [error, setError] = useState<string | null>(null);
  const sentence = (key: string | null) => labels.errors[key ?? "UNKNOWN"] ?? labels.errors.UNKNOWN;

  async function issue() {
    if (isWorking) return;
    setWorking(true);
    setError(null);
    try {
      setResults((await trpc.credentials.issueReadyCertificates.mutate({ cohortId })).results);
      router.refresh();
    } catch (fault) {
      const { code, reason } = errorData(fault);
      setError(sentence(reason ?? code) ?? null);
    } finally {
      setWorking(false);
    }
  }

  return (
    <div className="mt-5 grid gap-4">
      {readyCount > 1 ? (
        <div>
          <p className="measure mb-3 text-ink-soft">{labels.hint}</p>
          <Button className="needs-js" size="regular" aria-disabled={isWorking} onClick={() => void issue()}>
            {isWorking ? labels.working : labels.submit}
          </Button>
        </div>
      ) : null}
      {error ? (
        <div role="alert">
          <FieldError>{error}</FieldError>
        </div>
      ) : null}
      <LiveRegion visible>
        {results ? (
          <Notice tone="info" title={results.length > 0 ? labels.done : labels.nobody}>
            {results.length > 0 ? (
              <ul className="grid list-disc gap-1 pl-7">
                {results.map(({ personId, name, outcome, reason }) => (
                  <li key={personId}>
                    <strong>{name}</strong>
                    {" – "}
                    {outcome === "refused" ? `${labels.refused} ${sentence(reason)}` : labels.ready}
                  </li>
                ))}
              </ul>
            ) : null}
          </Notice>
        ) : null}
      </LiveRegion>
    </div>
  );
}
