"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import type { FormFaults } from "./use-submit";

/** What to look at again, at the top of a form; each line leads to its field. */
export function FormFaultSummary({ faults, idOf }: { faults: FormFaults; idOf: (field: string) => string }) {
  const t = useTranslations("common");
  const errors = [
    ...(faults.form === null ? [] : [{ message: faults.form }]),
    ...Object.entries(faults.fields).map(([field, message]) => ({ fieldId: idOf(field), message })),
  ];
  return <ErrorSummary title={t("formErrors")} errors={errors} />;
}

/** The button that sends a form, and says so while it does. Hidden where scripts do not run. */
export function SubmitButton({
  isWorking,
  children,
  tone = "primary",
}: {
  isWorking: boolean;
  children: string;
  tone?: "primary" | "secondary" | "caution";
}) {
  const t = useTranslations("organisations.form");
  return (
    <Button type="submit" tone={tone} className="needs-js" aria-disabled={isWorking}>
      {isWorking ? t("working") : children}
    </Button>
  );
}
