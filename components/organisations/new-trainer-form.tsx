"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { trpc } from "@/components/providers/trpc-client";
import { SelectField, TextField } from "@/components/ui/field";
import { LiveRegion } from "@/components/ui/live-region";
import { Notice } from "@/components/ui/notice";
import { LOCALES, type Locale } from "@/db/enums";
import { FormFaultSummary, SubmitButton } from "./form-parts";
import { useSubmit } from "./use-submit";

/** Adds a trainer to an organisation; she is welcomed by e-mail. */
export function NewTrainerForm({ organisationId }: { organisationId: string }) {
  const idOf = (field: string) => `new-trainer-${organisationId}-${field}`;
  const t = useTranslations("admin.newTrainer");
  const languages = useTranslations("identity.account.languages");
  const locale = useLocale();
  const router = useRouter();
  const { isWorking, faults, submit } = useSubmit();
  const [done, setDone] = useState<string | null>(null);

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const element = event.currentTarget;
    const form = new FormData(element);
    const text = (name: string) => String(form.get(name) ?? "");
    setDone(null);
    const created = await submit(() =>
      trpc.organisations.createTrainer.mutate({
        organisationId,
        firstName: text("firstName"),
        familyName: text("familyName"),
        email: text("email"),
        phone: text("phone"),
        locale: text("locale") as Locale,
      }),
    );
    if (!created) return;
    setDone(t(`outcomes.${created.outcome}`, { name: text("firstName") }));
    element.reset();
    router.refresh();
  }

  const field = (name: string) => ({ id: idOf(name), name, error: faults.fields[name], autoComplete: "off" });
  return (
    <form onSubmit={send} noValidate className="grid gap-6">
      <LiveRegion visible>{done ? <Notice tone="success" title={done} /> : null}</LiveRegion>
      <FormFaultSummary faults={faults} idOf={idOf} />
      <div className="grid gap-6 sm:grid-cols-2">
        <TextField {...field("firstName")} label={t("firstName")} />
        <TextField {...field("familyName")} label={t("familyName")} />
      </div>
      <TextField {...field("email")} type="email" label={t("email")} />
      <TextField {...field("phone")} type="tel" label={t("phone")} hint={t("phoneHint")} />
      <SelectField id={idOf("locale")} name="locale" label={t("locale")} defaultValue={locale}>
        {LOCALES.map((language) => (
          <option key={language} value={language}>
            {languages(language)}
          </option>
        ))}
      </SelectField>
      <div>
        <SubmitButton isWorking={isWorking}>{t("submit")}</SubmitButton>
      </div>
    </form>
  );
}
