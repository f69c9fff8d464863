"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { trpc } from "@/components/providers/trpc-client";
import { SelectField, TextField } from "@/components/ui/field";
import { LOCALES, type Locale } from "@/db/enums";
import { COHORT_COURSES } from "@/server/organisations/cohorts/schema";
import { FormFaultSummary, SubmitButton } from "./form-parts";
import { useSubmit } from "./use-submit";

type Choice = { id: string; name: string; projects: { id: string; title: string }[] };

const idOf = (field: string) => `new-cohort-${field}`;

/** Opens a group: a name, a language and its days; organisation and project only where there is a choice. */
export function NewCohortForm({ choices, today }: { choices: Choice[]; today: string }) {
  const t = useTranslations("organisations.newCohort");
  const common = useTranslations("common");
  const languages = useTranslations("identity.account.languages");
  const locale = useLocale();
  const router = useRouter();
  const { isWorking, faults, submit } = useSubmit();
  const [organisationId, setOrganisationId] = useState(choices[0]?.id ?? "");
  const projects = choices.find((choice) => choice.id === organisationId)?.projects ?? [];

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? "");
    const created = await submit(() =>
      trpc.organisations.createCohort.mutate({
        organisationId,
        projectId: text("projectId") || undefined,
        name: text("name"),
        course: COHORT_COURSES[0],
        locale: text("locale") as Locale,
        startsOn: text("startsOn"),
        endsOn: text("endsOn") || null,
      }),
    );
    if (created) router.push(`/${locale}/teach/cohorts/${created.cohortId}/add`);
  }

  return (
    <form onSubmit={send} noValidate className="grid gap-6">
      <FormFaultSummary faults={faults} idOf={idOf} />
      <TextField
        id={idOf("name")}
        name="name"
        label={t("name")}
        hint={t("nameHint")}
        error={faults.fields.name}
        autoComplete="off"
      />
      {choices.length > 1 ? (
        <SelectField
          id={idOf("organisationId")}
          label={t("organisation")}
          error={faults.fields.organisationId}
          value={organisationId}
          onChange={(event) => setOrganisationId(event.currentTarget.value)}
        >
          {choices.map((choice) => (
            <option key={choice.id} value={choice.id}>
              {choice.name}
            </option>
          ))}
        </SelectField>
      ) : null}
      {projects.length > 1 || faults.fields.projectId ? (
        <SelectField
          id={idOf("projectId")}
          name="projectId"
          label={t("project")}
          error={faults.fields.projectId}
        >
          {projects.map((project) => (
            <option key={project.id} value={project.id}>
              {project.title}
            </option>
          ))}
        </SelectField>
      ) : null}
      <SelectField
        id={idOf("locale")}
        name="locale"
        label={t("locale")}
        hint={t("localeHint")}
        error={faults.fields.locale}
        defaultValue={locale}
      >
        {LOCALES.map((language) => (
          <option key={language} value={language}>
            {languages(language)}
          </option>
        ))}
      </SelectField>
      <div className="grid gap-6 sm:grid-cols-2">
        <TextField
          id={idOf("startsOn")}
          name="startsOn"
          type="date"
          label={t("startsOn")}
          error={faults.fields.startsOn}
          defaultValue={today}
        />
        <TextField
          id={idOf("endsOn")}
          name="endsOn"
          type="date"
          label={t("endsOn")}
          optional={common("optional")}
          error={faults.fields.endsOn}
        />
      </div>
      <div>
        <SubmitButton isWorking={isWorking}>{t("submit")}</SubmitButton>
      </div>
    </form>
  );
}
