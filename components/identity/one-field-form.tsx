"use client";

import { type ReactNode, useActionState, useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import type { ButtonTone } from "@/components/ui/button-class-name";
import { CodeInput, Field, fieldDescribedBy, TextInput } from "@/components/ui/field";
import type { FormAction, OneFieldState } from "./form-states";

type Kind = "card-code" | "email" | "digits";

/**
 * One question, one button. What was typed stays when it needs another look, and the field then has the focus.
 * `hidden` travels along with the answer.
 */
export function OneFieldForm({
  id,
  name,
  kind,
  action,
  initial = "",
  hidden,
  labels,
  tone = "primary",
  icon,
}: {
  id: string;
  name: string;
  kind: Kind;
  action: FormAction<OneFieldState>;
  initial?: string;
  hidden: Record<string, string>;
  labels: { label: string; hint: string; submit: string };
  tone?: ButtonTone;
  icon?: ReactNode;
}) {
  const [state, formAction] = useActionState(action, { value: initial });
  const field = useRef<HTMLInputElement>(null);

  useEffect(() => {
    if (state.error) field.current?.focus();
  }, [state]);

  const control = {
    ref: field,
    id,
    name,
    required: true,
    defaultValue: state.value,
    "aria-invalid": state.error ? true : undefined,
    "aria-describedby": fieldDescribedBy(id, { hint: labels.hint, error: state.error }),
  };
  return (
    <form action={formAction} noValidate className="grid grid-cols-1 gap-5">
      {Object.entries(hidden).map(([key, value]) => (
        <input key={key} type="hidden" name={key} value={value} />
      ))}
      <Field id={id} label={labels.label} hint={labels.hint} error={state.error}>
        {kind === "email" ? (
          <TextInput {...control} type="email" inputMode="email" autoComplete="email" maxLength={200} />
        ) : kind === "digits" ? (
          <CodeInput {...control} length={6} kind="digits" />
        ) : (
          <CodeInput {...control} length={8} kind="letters" />
        )}
      </Field>
      <div>
        <Button type="submit" tone={tone} size="large" icon={icon}>
          {labels.submit}
        </Button>
      </div>
    </form>
  );
}
