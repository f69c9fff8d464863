"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { AccessCardSheet } from "@/components/identity/access-card-sheet";
import type { AccessCardTexts } from "@/components/identity/access-card-texts";
import { trpc } from "@/components/providers/trpc-client";
import { Button } from "@/components/ui/button";
import { Choice, ChoiceGroup } from "@/components/ui/choice";
import type { EuFundingProps } from "@/components/ui/eu-funding";
import { Notice } from "@/components/ui/notice";
import { PrintButton } from "@/components/ui/print-button";
import type { Locale } from "@/db/enums";
import type { IssueAccessCardsOutput } from "@/server/identity/access-cards/schema";
import { FormFaultSummary, SubmitButton } from "./form-parts";
import { useSubmit } from "./use-submit";

const idOf = (field: string) => `issue-cards-${field}`;

/** Chooses learners, makes their cards, and shows the sheet to print: the only time the cards can be seen. */
export function IssueCardsForm({
  cohortId,
  learners,
  chosenAtFirst,
  texts,
  funding,
}: {
  cohortId: string;
  learners: { personId: string; name: string }[];
  chosenAtFirst: string[];
  texts: Record<Locale, AccessCardTexts>;
  funding: EuFundingProps;
}) {
  const t = useTranslations("organisations.cards");
  const { isWorking, faults, submit } = useSubmit();
  const [chosen, setChosen] = useState(() => new Set(chosenAtFirst));
  const [hasNobody, setNobody] = useState(false);
  const [sheet, setSheet] = useState<IssueAccessCardsOutput | null>(null);
  const ready = useRef<HTMLDivElement>(null);

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setNobody(chosen.size === 0);
    if (chosen.size === 0) return;
    const answer = await submit(() =>
      trpc.identity.issueAccessCards.mutate({ cohortId, personIds: [...chosen] }),
    );
    if (!answer) return;
    setSheet(answer);
    requestAnimationFrame(() => ready.current?.focus());
  }

  function choose(personId: string, isChosen: boolean) {
    const next = new Set(chosen);
    if (isChosen) next.add(personId);
    else next.delete(personId);
    setChosen(next);
  }

  if (sheet) {
    return (
      <div className="grid gap-8">
        <div ref={ready} tabIndex={-1} className="no-print grid gap-4">
          <Notice tone="success" title={t("ready")}>
            <p>{t("printNow")}</p>
          </Notice>
          <div className="flex flex-wrap gap-3">
            <PrintButton label={t("print")} tone="primary" />
            <Button tone="secondary" size="large" onClick={() => setSheet(null)}>
              {t("others")}
            </Button>
          </div>
        </div>
        <AccessCardSheet cards={sheet.cards} site={sheet.site} texts={texts} funding={funding} />
      </div>
    );
  }

  const isEverybody = chosen.size === learners.length;
  return (
    <form onSubmit={send} noValidate className="grid gap-6">
      <FormFaultSummary faults={faults} idOf={idOf} />
      <Notice tone="info" title={t("replaces")} />
      <ChoiceGroup
        id={idOf("personIds")}
        legend={t("people")}
        error={hasNobody ? t("chooseSomebody") : faults.fields.personIds}
      >
        <Choice
          type="checkbox"
          label={t("all")}
          checked={isEverybody}
          onChange={(event) =>
            setChosen(new Set(event.currentTarget.checked ? learners.map((learner) => learner.personId) : []))
          }
        />
        <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
          {learners.map((learner) => (
            <Choice
              key={learner.personId}
              type="checkbox"
              label={learner.name}
              checked={chosen.has(learner.personId)}
              onChange={(event) => choose(learner.personId, event.currentTarget.checked)}
            />
          ))}
        </div>
      </ChoiceGroup>
      <noscript>
        <p className="font-bold">{t("noScript")}</p>
      </noscript>
      <div className="sticky bottom-0 border-t-2 border-border-soft bg-surface py-3">
        <SubmitButton isWorking={isWorking}>{t("submit", { count: chosen.size })}</SubmitButton>
      </div>
    </form>
  );
}
