"use client";

import { usePathname, useRouter } from "next/navigation";
import { type FormEvent, useId, useState } from "react";
import { errorData, trpc } from "@/components/providers/trpc-client";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";

export type RevokeLabels = {
  reason: string;
  reasonHint: string;
  submit: string;
  working: string;
  /** Sentences by error key or code; `UNKNOWN` is the last resort. */
  errors: Record<string, string>;
};

/** Takes a certificate back, with the reason that colleagues will read. */
export function RevokeForm({
  certificateId,
  personId,
  labels,
  labelledBy,
}: {
  certificateId: string;
  personId: string;
  labels: RevokeLabels;
  /** Id of the heading with the person's name: many such forms stand on one page. */
  labelledBy: string;
}) {
  const router = useRouter();
  const path = usePathname();
  const id = useId();
  const [state, setState] = useState<"idle" | "working">("idle");
  const [error, setError] = useState<string>();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const reason = String(new FormData(event.currentTarget).get("reason") ?? "");
    setState("working");
    setError(undefined);
    try {
      await trpc.credentials.revokeCertificate.mutate({ certificateId, reason });
      // The page says it is done: this form is gone by then.
      router.replace(`${path}?revoked=${personId}`);
      router.refresh();
      setState("idle");
    } catch (fault) {
      const { code, reason: why, fields } = errorData(fault);
      const key = [fields?.reason, why, code].find((known) => known && labels.errors[known]);
      setState("idle");
      setError(labels.errors[key ?? "UNKNOWN"]);
    }
  }

  return (
    <form onSubmit={submit} aria-labelledby={`${labelledBy} ${id}-submit`} className="grid gap-3" noValidate>
      <TextField
        id={id}
        name="reason"
        label={labels.reason}
        hint={labels.reasonHint}
        error={error}
        autoComplete="off"
      />
      <div>
        <Button id={`${id}-submit`} type="submit" tone="caution" disabled={state === "working"}>
          {state === "working" ? labels.working : labels.submit}
        </Button>
      </div>
    </form>
  );
}
