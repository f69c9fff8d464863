"use client";

import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { trpc } from "@/components/providers/trpc-client";
import { Button, ButtonLink } from "@/components/ui/button";
import { Choice, ChoiceGroup } from "@/components/ui/choice";
import { TextAreaField } from "@/components/ui/field";
import { LiveRegion } from "@/components/ui/live-region";
import { Notice } from "@/components/ui/notice";
import { readNames } from "@/server/organisations/cohorts/rules";
import type { SameName } from "@/server/organisations/cohorts/schema";
import { FormFaultSummary, SubmitButton } from "./form-parts";
import { useSubmit } from "./use-submit";

const idOf = (field: string) => `add-learners-${field}`;
const fullName = (name: { firstName: string; familyName: string | null }) =>
  [name.firstName, name.familyName].filter(Boolean).join(" ");

type Stage = { at: "list" } | { at: "same-names"; sameNames: SameName[] } | { at: "done"; count: number };

/** A pasted list becomes learners: read as it is typed, asked about names that are there already, then cards. */
export function AddLearnersForm({ cohortId }: { cohortId: string }) {
  const t = useTranslations("organisations.addLearners");
  const cohortHref = `/${useLocale()}/teach/cohorts/${cohortId}`;
  const { isWorking, faults, submit } = useSubmit();
  const [names, setNames] = useState("");
  const [stage, setStage] = useState<Stage>({ at: "list" });
  const read = readNames(names);
  const place = useRef<HTMLDivElement>(null);

  // What to read next has replaced the list: the focus goes with it.
  useEffect(() => {
    if (stage.at !== "list") place.current?.focus();
  }, [stage.at]);

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const ticked = new FormData(event.currentTarget).getAll("different").map(Number);
    const answer = await submit(() =>
      trpc.organisations.addLearners.mutate({
        cohortId,
        names,
        differentPeople: stage.at === "same-names" ? ticked : undefined,
      }),
    );
    if (answer?.outcome === "same-names") setStage({ at: "same-names", sameNames: answer.sameNames });
    if (answer?.outcome === "added") setStage({ at: "done", count: answer.learners.length });
  }

  if (stage.at === "done") {
    return (
      <div ref={place} tabIndex={-1}>
        <Notice tone="success" title={t("done", { count: stage.count })}>
          <p>{t("doneNext")}</p>
          <div className="flex flex-wrap gap-3">
            <ButtonLink href={`${cohortHref}/cards`}>{t("toCards")}</ButtonLink>
            <ButtonLink href={cohortHref} tone="secondary" size="large">
              {t("toCohort")}
            </ButtonLink>
          </div>
        </Notice>
      </div>
    );
  }

  return (
    <form onSubmit={send} noValidate className="grid gap-6">
      <FormFaultSummary faults={faults} idOf={idOf} />
      {stage.at === "same-names" ? (
        <div ref={place} tabIndex={-1} className="grid gap-6">
          <ChoiceGroup
            id={idOf("different")}
            legend={t("sameTitle")}
            legendSize="text-2xl"
            hint={t("sameLead")}
          >
            {stage.sameNames.map((name) => (
              <Choice
                key={name.index}
                type="checkbox"
                name="different"
                value={name.index}
                label={t("different", { name: fullName(name) })}
                description={t(name.seen === "in-cohort" ? "inCohort" : "inList")}
              />
            ))}
          </ChoiceGroup>
          <div className="flex flex-wrap gap-3">
            <SubmitButton isWorking={isWorking}>{t("confirm")}</SubmitButton>
            <Button tone="secondary" size="large" onClick={() => setStage({ at: "list" })}>
              {t("change")}
            </Button>
          </div>
        </div>
      ) : (
        <>
          <TextAreaField
            id={idOf("names")}
            name="names"
            label={t("names")}
            hint={t("namesHint")}
            error={faults.fields.names}
            rows={8}
            autoComplete="off"
            spellCheck={false}
            value={names}
            onChange={(event) => setNames(event.currentTarget.value)}
          />
          <section aria-labelledby={idOf("preview")}>
            <h2 id={idOf("preview")} className="text-lg">
              <LiveRegion visible>{t("preview", { count: read.length })}</LiveRegion>
            </h2>
            {read.length > 0 ? (
              <ol className="mt-2 grid gap-x-8 gap-y-1 sm:grid-cols-2">
                {read.map((name, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: two lines may hold the same name; the line is the key
                  <li key={index} className="flex flex-wrap gap-x-2 border-b border-border-soft py-1">
                    <span className="font-bold">
                      <span className="sr-only">{t("firstName")} </span>
                      {name.firstName}
                    </span>
                    {name.familyName ? (
                      <span>
                        <span className="sr-only">{t("familyName")} </span>
                        {name.familyName}
                      </span>
                    ) : null}
                  </li>
                ))}
              </ol>
            ) : null}
          </section>
          <div>
            <SubmitButton isWorking={isWorking}>{t("submit", { count: read.length })}</SubmitButton>
          </div>
        </>
      )}
    </form>
  );
}
