import type { Locale } from "next-intl";
import { getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { EuFunding } from "@/components/ui/eu-funding";
import { Heading } from "@/components/ui/heading";
import type { CertificateSnapshot } from "@/server/credentials/schema";
import { writtenDate } from "@/server/kernel/calendar";
import { LevelLadder } from "./level-ladder";

/** A calendar day at noon, so that no time zone moves it. */
const atNoon = (day: string) => new Date(`${day}T12:00:00Z`);

/** Everything that stands on one paper, in the reader's language where it is ours and in the paper's where it is not. */
export async function PrintedCertificate({
  certificate,
  locale,
}: {
  certificate: CertificateSnapshot;
  locale: Locale;
}) {
  const [t, paper] = await Promise.all([
    getTranslations({ locale, namespace: "credentials.verify" }),
    getTranslations({ locale, namespace: "credentials.paper" }),
  ]);
  const day = (value: string) => writtenDate(locale, atNoon(value), "day");
  const practice =
    certificate.practiceHours === 0.5 ? t("halfHour") : t("hours", { hours: certificate.practiceHours });
  const asPrinted = (text: string) => <span lang={certificate.locale}>{text}</span>;
  return (
    <Card as="section" look="passport" aria-labelledby="paper">
      <Heading level={2} id="paper">
        {t("saysTitle")}
      </Heading>
      <DescriptionList
        className="mt-3"
        items={[
          {
            term: t("fields.holder"),
            description: <span className="text-2xl font-bold">{certificate.holder}</span>,
          },
          { term: t("fields.course"), description: asPrinted(certificate.course.title) },
          ...(certificate.practiceHours > 0 ? [{ term: t("fields.practice"), description: practice }] : []),
          { term: t("fields.organisation"), description: certificate.organisation },
          { term: t("fields.issuedOn"), description: day(certificate.issuedOn) },
          {
            term: t("fields.code"),
            description: <span className="font-bold tabular-nums tracking-wide">{certificate.code}</span>,
          },
        ]}
      />
      <Heading level={3} className="mt-6">
        {t("competences")}
      </Heading>
      <ul className="mt-3 grid gap-4">
        {certificate.competences.map((line) => (
          <li key={line.code} className="avoid-break flex gap-4">
            <LevelLadder level={line.level} />
            <div className="min-w-0">
              <p className="font-bold">
                {line.code} {asPrinted(line.title)}
              </p>
              <p>
                {paper("level", { level: line.level, band: line.band })} ·{" "}
                {paper(`assistance.${line.assistance}`)} · {t("provedOn", { date: day(line.provedOn) })}
              </p>
            </div>
          </li>
        ))}
      </ul>
      <p className="measure mt-4 text-ink-soft">{t("levelMeans")}</p>
      <div lang={certificate.locale} className="mt-6 border-t-2 border-border-soft pt-5">
        <EuFunding
          statement={certificate.project.statement}
          disclaimer={certificate.project.disclaimer}
          grant={certificate.project.grant}
        />
      </div>
    </Card>
  );
}
