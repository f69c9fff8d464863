import type { Metadata } from "next";
import type { Locale } from "next-intl";
import { getTranslations } from "next-intl/server";
import { enterRoom } from "@/app/[locale]/enter-room";
import { OwnCertificates } from "@/components/credentials/own-certificates";
import { LearnerShell } from "@/components/learning/learner-shell";
import { PassportPages } from "@/components/passport/passport-pages";
import { Disclosure } from "@/components/ui/disclosure";
import { PageHeader } from "@/components/ui/heading";
import { PrintButton } from "@/components/ui/print-button";

type Params = { params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "passport" });
  return { title: t("title"), robots: { index: false } };
}

/** The learner's own passport: what she proved, how and when; the rest says "not yet". */
export default async function PassportPage({ params }: Params) {
  const { locale } = await params;
  const [passport, home, own] = await enterRoom(locale, `/${locale}/learn/passport`, (api) =>
    Promise.all([
      api.passport.getPassport({ locale }),
      api.learning.getHome({ locale }),
      api.credentials.getOwnCertificates({ locale }),
    ]),
  );
  const valid = own.certificates.filter((certificate) => certificate.status === "valid");
  const [t, confidence, examTitle] = await Promise.all([
    getTranslations({ locale, namespace: "passport" }),
    getTranslations({ locale, namespace: "confidence" }),
    getTranslations({ locale, namespace: "exam" }),
  ]);
  return (
    <LearnerShell locale={locale} home={home}>
      <PageHeader
        eyebrow={t("cover")}
        title={t("titleOf", { name: passport.holder.firstName })}
        lead={t("intro")}
        actions={<PrintButton label={t("print")} />}
      />
      {valid.length > 0 ? <OwnCertificates certificates={valid} locale={locale} /> : null}
      <PassportPages passport={passport} locale={locale} />
      <Disclosure className="mt-8" summary={t("rule.title")}>
        <div className="grid gap-3">
          <p>{t("rule.intro")}</p>
          <ul className="grid list-disc gap-2 pl-7">
            <li>{t("rule.level0")}</li>
            <li>{t("rule.level1")}</li>
            <li>{t("rule.level2")}</li>
            <li>{t("rule.higher")}</li>
          </ul>
          <p>{t("rule.help")}</p>
        </div>
      </Disclosure>
      <p className="mt-6 print:hidden">
        <a href={`/${locale}/learn/self-assessment`} className="inline-flex min-h-12 items-center">
          {confidence("passport")}
        </a>
        <br />
        <a href={`/${locale}/learn/exam`} className="inline-flex min-h-12 items-center">
          {examTitle("title")}
        </a>
      </p>
      <p className="mt-6 text-ink-soft">
        {t("framework")} {t("yours")}
      </p>
    </LearnerShell>
  );
}
