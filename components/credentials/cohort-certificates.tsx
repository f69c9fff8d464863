import type { Locale } from "next-intl";
import { getMessages, getTranslations } from "next-intl/server";
import { buttonClassName } from "@/components/ui/button-class-name";
import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { Heading } from "@/components/ui/heading";
import { DownloadIcon } from "@/components/ui/icons";
import type { CohortCertificates as View } from "@/server/credentials/schema";
import { writtenDate } from "@/server/kernel/calendar";
import { IssueAll } from "./issue-all";
import { IssueForm, type IssueLabels } from "./issue-form";
import { MissingList } from "./missing-list";
import { RevokeForm } from "./revoke-form";

type Learner = View["learners"][number];
type WithCertificate = Learner & { certificate: NonNullable<Learner["certificate"]> };

const hasCertificate = (learner: Learner): learner is WithCertificate => learner.certificate !== null;

/** The learners of a cohort in three groups: who may get a certificate, who has one, who still misses something. */
export async function CohortCertificates({ view, locale }: { view: View; locale: Locale }) {
  const [t, messages] = await Promise.all([
    getTranslations({ locale, namespace: "credentials.cohort" }),
    getMessages({ locale }),
  ]);
  const issued = view.learners.filter(hasCertificate);
  const open = view.learners.filter((learner) => learner.certificate === null);
  const ready = open.filter((learner) => learner.eligibility.isEligible);
  const notYet = open.filter((learner) => !learner.eligibility.isEligible);
  const labels: Omit<IssueLabels, "submit"> = {
    name: t("name"),
    nameHint: t("nameHint"),
    working: t("working"),
    errors: messages.errors,
  };

  return (
    <div className="grid gap-12">
      <section aria-labelledby="ready">
        <Heading level={2} id="ready">
          {t("readyTitle")}
        </Heading>
        <p className="measure mt-2">{ready.length > 0 ? t("readyLead") : t("readyNone")}</p>
        <IssueAll
          cohortId={view.cohort.id}
          readyCount={ready.length}
          labels={{
            submit: t("issueAll.submit", { count: ready.length }),
            hint: t("issueAll.hint"),
            working: t("working"),
            done: t("issueAll.done"),
            nobody: t("issueAll.nobody"),
            ready: t("issueAll.ready"),
            refused: t("issueAll.refused"),
            errors: messages.errors,
          }}
        />
        <ul className="mt-5 grid gap-4 lg:grid-cols-2">
          {ready.map((learner) => (
            <Card as="li" key={learner.personId}>
              <Heading level={3} id={`name-${learner.personId}`} className="mb-3">
                {learner.name}
              </Heading>
              <IssueForm
                cohortId={view.cohort.id}
                personId={learner.personId}
                name={learner.name}
                labelledBy={`name-${learner.personId}`}
                labels={{ ...labels, submit: t("issue") }}
              />
            </Card>
          ))}
        </ul>
      </section>

      <section aria-labelledby="issued">
        <Heading level={2} id="issued">
          {t("issuedTitle")}
        </Heading>
        {issued.length === 0 ? <p className="mt-2">{t("issuedNone")}</p> : null}
        <ul className="mt-5 grid gap-4">
          {issued.map(({ certificate, ...learner }) => (
            <Card as="li" key={learner.personId}>
              <div className="flex flex-wrap items-start justify-between gap-4">
                <div className="min-w-0">
                  <Heading level={3} id={`name-${learner.personId}`}>
                    {certificate.holder}
                  </Heading>
                  {learner.name === certificate.holder ? null : (
                    <p className="text-ink-soft">{learner.name}</p>
                  )}
                  <p className="mt-1">
                    {t("issuedOn", {
                      date: writtenDate(locale, new Date(`${certificate.issuedOn}T12:00:00Z`), "day"),
                    })}
                    {" · "}
                    <span className="font-bold tabular-nums">{certificate.code}</span>
                  </p>
                </div>
                <a
                  href={`/api/certificates/${certificate.id}/pdf?locale=${locale}`}
                  download
                  className={buttonClassName({ tone: "secondary" })}
                >
                  <DownloadIcon />
                  <span aria-hidden="true">{t("downloadShort")}</span>
                  <span className="sr-only">{t("download", { name: certificate.holder })}</span>
                </a>
              </div>
              <Disclosure summary={t("change")} className="mt-4">
                <div className="grid gap-8 lg:grid-cols-2">
                  <IssueForm
                    cohortId={view.cohort.id}
                    personId={learner.personId}
                    name={certificate.holder}
                    labelledBy={`name-${learner.personId}`}
                    tone="secondary"
                    labels={{ ...labels, nameHint: t("reissueHint"), submit: t("reissue") }}
                  />
                  <RevokeForm
                    certificateId={certificate.id}
                    personId={learner.personId}
                    labelledBy={`name-${learner.personId}`}
                    labels={{
                      reason: t("revokeReason"),
                      reasonHint: t("revokeReasonHint"),
                      submit: t("revoke"),
                      working: t("working"),
                      errors: messages.errors,
                    }}
                  />
                </div>
              </Disclosure>
            </Card>
          ))}
        </ul>
      </section>

      <section aria-labelledby="not-yet">
        <Heading level={2} id="not-yet">
          {t("notYetTitle")}
        </Heading>
        <p className="mt-2">{notYet.length > 0 ? t("notYetLead") : t("notYetNone")}</p>
        <ul className="mt-5 grid gap-4 lg:grid-cols-2">
          {notYet.map((learner) => (
            <Card as="li" key={learner.personId} look="sunken">
              <Heading level={3}>{learner.name}</Heading>
              <MissingList eligibility={learner.eligibility} locale={locale} />
            </Card>
          ))}
        </ul>
      </section>
    </div>
  );
}
