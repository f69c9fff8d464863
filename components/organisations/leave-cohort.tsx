"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { trpc } from "@/components/providers/trpc-client";
import { Button } from "@/components/ui/button";
import { FormFaultSummary } from "./form-parts";
import { useSubmit } from "./use-submit";

/** Takes a learner out of the group, in two presses. */
export function LeaveCohort({
  cohortId,
  personId,
  name,
}: {
  cohortId: string;
  personId: string;
  name: string;
}) {
  const t = useTranslations("organisations.leave");
  const locale = useLocale();
  const router = useRouter();
  const { isWorking, faults, submit } = useSubmit();
  const [isAsking, setAsking] = useState(false);

  async function leave() {
    const ended = await submit(() => trpc.organisations.endMembership.mutate({ cohortId, personId }));
    if (ended) router.replace(`/${locale}/teach/cohorts/${cohortId}`);
  }

  return (
    <div className="grid gap-4">
      <FormFaultSummary faults={faults} idOf={(field) => field} />
      <p>{t("lead", { name })}</p>
      <div className="needs-js flex flex-wrap gap-3">
        {isAsking ? (
          <>
            <Button tone="caution" size="large" aria-disabled={isWorking} onClick={leave}>
              {t("sure")}
            </Button>
            <Button tone="secondary" size="large" onClick={() => setAsking(false)}>
              {t("no")}
            </Button>
          </>
        ) : (
          <Button tone="caution" onClick={() => setAsking(true)}>
            {t("submit", { name })}
          </Button>
        )}
      </div>
    </div>
  );
}
