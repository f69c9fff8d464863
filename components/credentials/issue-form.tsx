"use client";

import { usePathname, useRouter } from "next/navigation";
import { type FormEvent, useId, useState } from "react";
import { errorData, trpc } from "@/components/providers/trpc-client";
import { Button } from "@/components/ui/button";
import { FieldError, TextField } from "@/components/ui/field";

export type IssueLabels = {
  name: string;
  nameHint: string;
  submit: string;
  working: string;
  /** Sentences by error key or code; `UNKNOWN` is the last resort. */
  errors: Record<string, string>;
};

const sentence = (errors: Record<string, string>, ...keys: (string | undefined)[]) =>
  keys.map((key) => (key ? errors[key] : undefined)).find(Boolean) ?? errors.UNKNOWN ?? "";

/** Confirms the name on the paper and issues it; also makes a certificate again under another name. */
export function IssueForm({
  cohortId,
  personId,
  name,
  labels,
  labelledBy,
  tone = "primary",
}: {
  cohortId: string;
  personId: string;
  name: string;
  labels: IssueLabels;
  /** Id of the heading with the person's name: many such forms stand on one page. */
  labelledBy: string;
  tone?: "primary" | "secondary";
}) {
  const router = useRouter();
  const path = usePathname();
  const id = useId();
  const [state, setState] = useState<"idle" | "working">("idle");
  const [error, setError] = useState<{ field?: string; form?: string }>({});

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const printedName = String(new FormData(event.currentTarget).get("printedName") ?? "");
    setState("working");
    setError({});
    try {
      await trpc.credentials.issueCertificate.mutate({ cohortId, personId, printedName });
      // The page says it is done: this form may be gone by then.
      router.replace(`${path}?issued=${personId}`);
      router.refresh();
      setState("idle");
    } catch (fault) {
      const { code, reason, fields } = errorData(fault);
      setState("idle");
      setError(
        fields?.printedName
          ? { field: sentence(labels.errors, fields.printedName) }
          : { form: sentence(labels.errors, reason, code) },
      );
    }
  }

  return (
    <form onSubmit={submit} aria-labelledby={`${labelledBy} ${id}-submit`} className="grid gap-3" noValidate>
      <TextField
        id={id}
        name="printedName"
        label={labels.name}
        hint={labels.nameHint}
        error={error.field}
        defaultValue={name}
        autoComplete="off"
      />
      {error.form ? (
        <div role="alert">
          <FieldError>{error.form}</FieldError>
        </div>
      ) : null}
      <div>
        <Button id={`${id}-submit`} type="submit" tone={tone} size="regular" disabled={state === "working"}>
          {state === "working" ? labels.working : labels.submit}
        </Button>
      </div>
    </form>
  );
}
