import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names";
import { FieldError } from "./field";

type ChoiceProps = Omit<ComponentProps<"input">, "type" | "size"> & {
  type?: "radio" | "checkbox";
  label: ReactNode;
  description?: ReactNode;
  /** A drawing or a card picture before the words. */
  picture?: ReactNode;
};

/** One answer: a native radio or check box in a card that can be pressed anywhere. */
export function Choice({ type = "radio", label, description, picture, className, ...rest }: ChoiceProps) {
  return (
    <label
      className={classNames(
        "flex min-h-16 cursor-pointer items-center gap-4 rounded-md border-2 border-border bg-raised px-4 py-3",
        "hover:border-accent has-checked:border-4 has-checked:border-accent has-checked:bg-accent-soft has-checked:px-[14px] has-checked:py-[10px]",
        "has-disabled:cursor-not-allowed has-disabled:bg-sunken",
        "has-focus-visible:outline-3 has-focus-visible:outline-offset-3 has-focus-visible:outline-focus",
        className,
      )}
    >
      <input type={type} className="size-[1.4em] shrink-0 accent-accent outline-none" {...rest} />
      {picture}
      <span className="min-w-0">
        <span className="block font-bold">{label}</span>
        {description ? <span className="block text-ink-soft">{description}</span> : null}
      </span>
    </label>
  );
}

type ChoiceGroupProps = {
  /** Prefix for the ids of hint and error. */
  id: string;
  legend: ReactNode;
  legendSize?: "text-lg" | "text-2xl";
  hint?: ReactNode;
  error?: ReactNode;
  /** `row` puts short choices beside each other where there is room. */
  layout?: "list" | "row";
  children: ReactNode;
  className?: string;
};

/** A question and its answers: fieldset, legend, hint, error. */
export function ChoiceGroup({
  id,
  legend,
  legendSize = "text-lg",
  hint,
  error,
  layout = "list",
  children,
  className,
}: ChoiceGroupProps) {
  const describedBy = classNames(hint ? `${id}-hint` : null, error ? `${id}-error` : null);
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      className={classNames("min-w-0", className)}
      aria-describedby={describedBy || undefined}
    >
      <legend className={classNames("mb-3 font-bold", legendSize)}>{legend}</legend>
      {hint ? (
        <p id={`${id}-hint`} className="mb-3 text-ink-soft">
          {hint}
        </p>
      ) : null}
      {error ? (
        <div className="mb-3">
          <FieldError id={`${id}-error`}>{error}</FieldError>
        </div>
      ) : null}
      <div className={layout === "row" ? "flex flex-wrap gap-3 *:grow" : "grid grid-cols-1 gap-3"}>
        {children}
      </div>
    </fieldset>
  );
}
