import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names";
import { WarningIcon } from "./icons";

type FieldProps = {
  /** The id of the control inside; the hint is `<id>-hint`, the error `<id>-error`. */
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  /** A word such as "facultatif", shown after the label. Fields are required unless they say so. */
  optional?: ReactNode;
  children: ReactNode;
  className?: string;
};

/** The `aria-describedby` of a control in a `Field`, or undefined when there is nothing to say. */
export function fieldDescribedBy(id: string, parts: { hint?: unknown; error?: unknown }): string | undefined {
  return classNames(Boolean(parts.hint) && `${id}-hint`, Boolean(parts.error) && `${id}-error`) || undefined;
}

/** Label, hint, error and one control. The error says what to do, beside a symbol, never by colour alone. */
export function Field({ id, label, hint, error, optional, children, className }: FieldProps) {
  return (
    <div className={classNames("grid grid-cols-1 gap-2", className)}>
      <label htmlFor={id} className="text-lg font-bold">
        {label}
        {optional ? <span className="font-normal text-ink-soft"> ({optional})</span> : null}
      </label>
      {hint ? (
        <p id={`${id}-hint`} className="text-ink-soft">
          {hint}
        </p>
      ) : null}
      {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
      {children}
    </div>
  );
}

/** The sentence at a field that needs another look. */
export function FieldError({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <p id={id} className="flex items-start gap-2 font-bold text-caution">
      <WarningIcon className="mt-[0.15em]" />
      <span>{children}</span>
    </p>
  );
}

const CONTROL =
  "w-full min-h-14 rounded-md border-2 border-border bg-raised px-4 py-2 text-lg text-ink placeholder:text-ink-soft aria-invalid:border-caution aria-invalid:border-4 disabled:bg-sunken";

/** A one-line control. Give it `id`, and `aria-describedby={fieldDescribedBy(...)}`; or use `TextField`. */
export function TextInput({ className, type = "text", ...rest }: ComponentProps<"input">) {
  return <input type={type} className={classNames(CONTROL, className)} {...rest} />;
}

type ControlField = Omit<FieldProps, "children">;

/** Label + input in one: the usual way to ask for a line of text. */
export function TextField({
  id,
  label,
  hint,
  error,
  optional,
  className,
  ...rest
}: ControlField & Omit<ComponentProps<"input">, "id">) {
  return (
    <Field id={id} label={label} hint={hint} error={error} optional={optional} className={className}>
      <TextInput
        id={id}
        aria-invalid={error ? true : undefined}
        aria-describedby={fieldDescribedBy(id, { hint, error })}
        {...rest}
      />
    </Field>
  );
}

/** Label + several lines of text. */
export function TextAreaField({
  id,
  label,
  hint,
  error,
  optional,
  className,
  rows = 4,
  ...rest
}: ControlField & Omit<ComponentProps<"textarea">, "id">) {
  return (
    <Field id={id} label={label} hint={hint} error={error} optional={optional} className={className}>
      <textarea
        id={id}
        rows={rows}
        className={CONTROL}
        aria-invalid={error ? true : undefined}
        aria-describedby={fieldDescribedBy(id, { hint, error })}
        {...rest}
      />
    </Field>
  );
}

/** Label + a native list. Children are `<option>`s. For up to five choices prefer `ChoiceGroup`. */
export function SelectField({
  id,
  label,
  hint,
  error,
  optional,
  className,
  ...rest
}: ControlField & Omit<ComponentProps<"select">, "id">) {
  return (
    <Field id={id} label={label} hint={hint} error={error} optional={optional} className={className}>
      <select
        id={id}
        className={CONTROL}
        aria-invalid={error ? true : undefined}
        aria-describedby={fieldDescribedBy(id, { hint, error })}
        {...rest}
      />
    </Field>
  );
}

/**
 * A short code (6 digits of an e-mail, the letters of a card): big spaced signs, digits on the phone's keyboard,
 * pasting and filling-in by the browser allowed, spaces and dashes accepted (the server removes them).
 */
export function CodeInput({
  length,
  kind = "digits",
  className,
  ...rest
}: Omit<ComponentProps<"input">, "type" | "maxLength"> & { length: number; kind?: "digits" | "letters" }) {
  return (
    <input
      type="text"
      inputMode={kind === "digits" ? "numeric" : "text"}
      autoComplete={kind === "digits" ? "one-time-code" : "off"}
      autoCapitalize={kind === "letters" ? "characters" : "off"}
      autoCorrect="off"
      spellCheck={false}
      maxLength={length * 4}
      size={length + 2}
      className={classNames(
        CONTROL,
        "min-h-16 max-w-[14em] font-bold text-2xl tracking-[0.25em] tabular-nums",
        kind === "letters" && "uppercase",
        className,
      )}
      {...rest}
    />
  );
}
