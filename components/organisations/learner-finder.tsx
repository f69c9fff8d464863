"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useState } from "react";
import { TextField } from "@/components/ui/field";
import { LiveRegion } from "@/components/ui/live-region";
import type { KnownLearner } from "@/server/organisations/cohorts/schema";
import { FormFaultSummary, SubmitButton } from "./form-parts";
import { LearnerLines } from "./learner-lines";
import { useSubmit } from "./use-submit";

type Found = { learners: KnownLearner[]; hasMore: boolean };

/** What an action beside a name may use: one thing at a time, refusals on top, news read aloud. */
export type FinderTools = {
  isWorking: boolean;
  submit: ReturnType<typeof useSubmit>["submit"];
  announce: (news: string) => void;
};

/** Looks for learners by the beginning of their names, with something to do beside each. */
export function LearnerFinder({
  id,
  find,
  action,
}: {
  /** Prefix for the ids of the fields. */
  id: string;
  find: (search: string) => Promise<Found>;
  action: (learner: KnownLearner, tools: FinderTools) => ReactNode;
}) {
  const t = useTranslations("organisations.knownLearners");
  const { isWorking, faults, submit } = useSubmit();
  const [found, setFound] = useState<Found | null>(null);
  const [news, announce] = useState("");
  const idOf = (field: string) => `${id}-${field}`;

  async function search(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const text = String(new FormData(event.currentTarget).get("search") ?? "");
    announce("");
    const answer = await submit(() => find(text));
    setFound(answer ?? null);
    if (answer) announce(t("count", { count: answer.learners.length }));
  }

  return (
    <>
      <form onSubmit={search} noValidate className="grid gap-5">
        <FormFaultSummary faults={faults} idOf={idOf} />
        <TextField
          id={idOf("search")}
          name="search"
          label={t("search")}
          hint={t("searchHint")}
          error={faults.fields.search}
          autoComplete="off"
          spellCheck={false}
        />
        <div>
          <SubmitButton tone="secondary" isWorking={isWorking}>
            {t("submit")}
          </SubmitButton>
        </div>
      </form>
      <div className="mt-5">
        <LiveRegion visible>{news ? <p className="font-bold">{news}</p> : null}</LiveRegion>
      </div>
      {found && found.learners.length > 0 ? (
        <LearnerLines
          learners={found.learners}
          action={(learner) => action(learner, { isWorking, submit, announce })}
        />
      ) : null}
      {found?.hasMore ? <p className="mt-3 text-ink-soft">{t("more")}</p> : null}
    </>
  );
}
