import type { Metadata } from "next";
import type { Locale } from "next-intl";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { PageBody } from "@/components/layout/page-body";
import { ShieldDrawing } from "@/components/ui/drawings/shield-drawing";
import { PageHeader, Prose } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import { writtenDate } from "@/server/kernel/calendar";

type LocaleParams = { params: Promise<{ locale: Locale }> };

const WRITTEN_ON = new Date("2026-11-22T12:00:00Z");
const KEPT = ["name", "work", "help", "sessions", "log"] as const;
const WHO = ["trainer", "partner", "stranger"] as const;
const COOKIES = ["session", "locale", "reading", "none", "voice"] as const;

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "legal.privacy" });
  return { title: t("title"), description: t("lead") };
}

/** What is kept about a person, why, for how long, who sees it, what she can ask. */
export default async function PrivacyPage({ params }: LocaleParams) {
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations({ locale, namespace: "legal.privacy" });
  return (
    <PageBody narrow>
      <ShieldDrawing className="mb-4 size-28" />
      <PageHeader title={t("title")} lead={t("lead")} />
      <Notice tone="warning" title={t("never.title")}>
        <p>{t("never.body")}</p>
      </Notice>
      <Prose className="mt-8">
        <h2>{t("kept.title")}</h2>
        <ul>
          {KEPT.map((point) => (
            <li key={point}>{t(`kept.${point}`)}</li>
          ))}
        </ul>
        <h2>{t("why.title")}</h2>
        <p>{t("why.body")}</p>
        <h2>{t("who.title")}</h2>
        <ul>
          {WHO.map((point) => (
            <li key={point}>{t(`who.${point}`)}</li>
          ))}
        </ul>
        <h2>{t("cookies.title")}</h2>
        <ul>
          {COOKIES.map((point) => (
            <li key={point}>{t(`cookies.${point}`)}</li>
          ))}
        </ul>
        <h2>{t("long.title")}</h2>
        <p>{t("long.body")}</p>
        <h2>{t("rights.title")}</h2>
        <p>{t("rights.body")}</p>
        <p>{t("rights.authority")}</p>
        <p className="text-sm text-ink-soft">
          {t("updated", { date: writtenDate(locale, WRITTEN_ON, "day") })}
        </p>
      </Prose>
    </PageBody>
  );
}
