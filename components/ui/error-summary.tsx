"use client";

import { useEffect, useId, useRef } from "react";
import { WarningIcon } from "./icons";

/** What a field is called on the page: its label, or the legend of its group. The form stands there before its faults. */
function nameOf(fieldId: string): string {
  const field = document.getElementById(fieldId);
  const label =
    field?.querySelector("legend") ?? document.querySelector(`label[for="${CSS.escape(fieldId)}"]`);
  return label?.firstChild?.textContent ?? "";
}

/**
 * What to look at again, at the top of a form. Takes the focus when it appears or changes; each line leads to its
 * field. `errors[].fieldId` is the id given to `Field`/`ChoiceGroup`; leave it out for a message about the whole form.
 */
export function ErrorSummary({
  title,
  errors,
}: {
  title: string;
  errors: { fieldId?: string; message: string }[];
}) {
  const box = useRef<HTMLDivElement>(null);
  const titleId = useId();
  const fingerprint = errors.map((error) => error.message).join("\n");

  useEffect(() => {
    if (fingerprint) box.current?.focus();
  }, [fingerprint]);

  if (errors.length === 0) return null;
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      aria-labelledby={titleId}
      className="flex gap-4 rounded-md border-4 border-caution bg-caution-soft p-4 sm:p-5"
    >
      <WarningIcon className="mt-[0.1em] size-[1.4em] text-caution" />
      <div className="min-w-0">
        <h2 id={titleId} className="text-lg text-caution">
          {title}
        </h2>
        <ul className="mt-1">
          {errors.map((error) => (
            <li key={`${error.fieldId}-${error.message}`}>
              {error.fieldId ? (
                <a
                  href={`#${error.fieldId}`}
                  className="inline-flex min-h-12 items-center font-bold text-caution"
                  onClick={(event) => {
                    const field = document.getElementById(error.fieldId ?? "");
                    if (!field) return;
                    event.preventDefault();
                    field.focus();
                    field.scrollIntoView({ block: "center" });
                  }}
                >
                  {[nameOf(error.fieldId), error.message].filter(Boolean).join(" – ")}
                </a>
              ) : (
                <p className="py-2 font-bold">{error.message}</p>
              )}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
