"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { trpc } from "@/components/providers/trpc-client";
import { TextField } from "@/components/ui/field";
import { FormFaultSummary, SubmitButton } from "./form-parts";
import { useSubmit } from "./use-submit";

const idOf = (field: string) => `new-organisation-${field}`;

/** Adds a partner organisation, then leads to its page, where a trainer is added. */
export function NewOrganisationForm() {
  const t = useTranslations("admin.newOrganisation");
  const locale = useLocale();
  const router = useRouter();
  const { isWorking, faults, submit } = useSubmit();

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? "");
    const created = await submit(() =>
      trpc.organisations.createOrganisation.mutate({
        name: text("name"),
        country: text("country"),
        phone: text("phone"),
      }),
    );
    if (created) router.push(`/${locale}/admin/organisations/${created.organisationId}?created=1`);
  }

  return (
    <form onSubmit={send} noValidate className="grid gap-6">
      <FormFaultSummary faults={faults} idOf={idOf} />
      <TextField
        id={idOf("name")}
        name="name"
        label={t("name")}
        error={faults.fields.name}
        autoComplete="off"
      />
      <TextField
        id={idOf("country")}
        name="country"
        label={t("country")}
        hint={t("countryHint")}
        error={faults.fields.country}
        defaultValue="BE"
        autoComplete="off"
        autoCapitalize="characters"
      />
      <TextField
        id={idOf("phone")}
        name="phone"
        type="tel"
        label={t("phone")}
        hint={t("phoneHint")}
        error={faults.fields.phone}
        autoComplete="off"
      />
      <div>
        <SubmitButton isWorking={isWorking}>{t("submit")}</SubmitButton>
      </div>
    </form>
  );
}
