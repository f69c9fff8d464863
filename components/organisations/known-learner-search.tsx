"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { trpc } from "@/components/providers/trpc-client";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { LiveRegion } from "@/components/ui/live-region";
import type { KnownLearner } from "@/server/organisations/cohorts/schema";
import { FormFaultSummary, SubmitButton } from "./form-parts";
import { useSubmit } from "./use-submit";

const idOf = (field: string) => `known-learner-${field}`;
const fullName = (name: { firstName: string; familyName: string | null }) =>
  [name.firstName, name.familyName].filter(Boolean).join(" ");

type Found = { learners: KnownLearner[]; hasMore: boolean };

/** Looks for somebody whom the organisation knows already, and takes her into the group. */
export function KnownLearnerSearch({ cohortId }: { cohortId: string }) {
  const t = useTranslations("organisations.knownLearners");
  const { isWorking, faults, submit } = useSubmit();
  const [found, setFound] = useState<Found | null>(null);
  const [added, setAdded] = useState<readonly string[]>([]);
  const [news, setNews] = useState("");

  async function search(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const text = String(new FormData(event.currentTarget).get("search") ?? "");
    setNews("");
    const answer = await submit(() => trpc.organisations.listKnownLearners.query({ cohortId, search: text }));
    setFound(answer ?? null);
    if (answer) setNews(t("count", { count: answer.learners.length }));
  }

  async function add(learner: KnownLearner) {
    const { personId } = learner;
    const answer = await submit(() => trpc.organisations.addKnownLearner.mutate({ cohortId, personId }));
    if (!answer) return;
    setAdded((before) => [...before, personId]);
    setNews(t("added", { name: fullName(learner) }));
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
        <ul className="mt-3 grid gap-3">
          {found.learners.map((learner) => (
            <li
              key={learner.personId}
              className="flex flex-wrap items-center justify-between gap-3 rounded-md border-2 border-border-soft bg-raised p-4"
            >
              <span className="min-w-0">
                <span className="block font-bold">{fullName(learner)}</span>
                <span className="block text-ink-soft">
                  {learner.groups.length > 0
                    ? t("groups", { count: learner.groups.length, names: learner.groups.join(", ") })
                    : t("noGroup")}
                </span>
              </span>
              {added.includes(learner.personId) ? (
                <span className="font-bold text-success">{t("isIn")}</span>
              ) : (
                <Button size="regular" aria-disabled={isWorking} onClick={() => void add(learner)}>
                  <span aria-hidden="true">{t("add")}</span>
                  <span className="sr-only">{t("addNamed", { name: fullName(learner) })}</span>
                </Button>
              )}
            </li>
          ))}
        </ul>
      ) : null}
      {found?.hasMore ? <p className="mt-3 text-ink-soft">{t("more")}</p> : null}
    </>
  );
}
