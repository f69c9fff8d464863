"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { FormFaultSummary, SubmitButton } from "@/components/organisations/form-parts";
import { useSubmit } from "@/components/organisations/use-submit";
import { trpc } from "@/components/providers/trpc-client";
import { ButtonLink } from "@/components/ui/button";
import { Choice, ChoiceGroup } from "@/components/ui/choice";
import { Heading } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";

type Side = { personId: string; name: string; groups: string };

/** What becomes of the two, whoever's name stays. */
export type MergeFacts = {
  cards: number;
  openTwice: number;
  hasTwoCertificates: boolean;
  hasTwoEmails: boolean;
};

/**
 * Asks which name stays, says what will happen in plain sentences, and does it.
 *
 * @param doneHref where to go afterwards, with ":id" for who she is now
 */
export function MergeForm({
  sides,
  facts,
  doneHref,
  otherHref,
}: {
  sides: [Side, Side];
  facts: MergeFacts;
  doneHref: string;
  otherHref: string;
}) {
  const t = useTranslations("organisations.merge");
  const router = useRouter();
  const { isWorking, faults, submit } = useSubmit();
  const [isFirst, setFirst] = useState(true);
  const [one, other] = sides;
  const [kept, gone] = isFirst ? [one, other] : [other, one];

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const answer = await submit(() =>
      trpc.privacy.mergePersons.mutate({ keepId: kept.personId, removeId: gone.personId }),
    );
    if (answer) router.replace(doneHref.replace(":id", answer.personId));
  }

  const sentences = [
    kept.name === gone.name
      ? t("oneName", { kept: kept.name })
      : t("name", { kept: kept.name, gone: gone.name }),
    t("keepsAll"),
    ...(facts.cards > 1 ? [t("bothCards")] : facts.cards === 1 ? [t("oneCard")] : []),
    ...(facts.hasTwoEmails ? [t("bothEmails", { kept: kept.name })] : []),
    ...(facts.openTwice > 0 ? [t("openTwice", { count: facts.openTwice })] : []),
    ...(facts.hasTwoCertificates ? [t("bothCertificates")] : []),
  ];
  return (
    <form onSubmit={send} noValidate className="grid max-w-3xl gap-8">
      <FormFaultSummary faults={faults} idOf={(field) => field} />
      <ChoiceGroup id="merge-name" legend={t("whichName")} legendSize="text-2xl">
        {sides.map((side, index) => (
          <Choice
            key={side.personId}
            name="keep"
            value={side.personId}
            checked={isFirst === (index === 0)}
            onChange={() => setFirst(index === 0)}
            label={side.name}
            description={[t("entry", { number: index + 1 }), side.groups].filter(Boolean).join(" · ")}
          />
        ))}
      </ChoiceGroup>
      <section aria-labelledby="merge-what">
        <Heading level={2} id="merge-what" className="mb-3">
          {t("what")}
        </Heading>
        <ul className="grid list-disc gap-2 ps-6" aria-live="polite">
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </section>
      <Notice tone="warning" title={t("noWayBack")}>
        <p>{t("noWayBackWhy")}</p>
      </Notice>
      <noscript>
        <p className="font-bold">{t("noScript")}</p>
      </noscript>
      <div className="flex flex-wrap gap-3">
        <SubmitButton isWorking={isWorking}>{t("submit")}</SubmitButton>
        <ButtonLink href={otherHref} tone="secondary" size="large">
          {t("notTheSame")}
        </ButtonLink>
      </div>
    </form>
  );
}
