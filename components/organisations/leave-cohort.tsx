"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { trpc } from "@/components/providers/trpc-client";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { FormFaultSummary } from "./form-parts";
import { useSubmit } from "./use-submit";

/** Takes a learner out of the group, after a question that says what stays. */
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

  async function leave() {
    const ended = await submit(() => trpc.organisations.endMembership.mutate({ cohortId, personId }));
    if (ended) router.replace(`/${locale}/teach/cohorts/${cohortId}`);
  }

  return (
    <Dialog
      trigger={t("submit", { name })}
      triggerTone="caution"
      title={t("submit", { name })}
      description={t("lead", { name })}
      closeLabel={t("no")}
      actions={
        <Button tone="caution" size="large" aria-disabled={isWorking} onClick={leave}>
          {t("sure")}
        </Button>
      }
    >
      <FormFaultSummary faults={faults} idOf={(field) => field} />
    </Dialog>
  );
}
