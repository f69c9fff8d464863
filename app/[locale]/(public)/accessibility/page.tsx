import type { Metadata } from "next";
import type { Locale } from "next-intl";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { PageBody } from "@/components/layout/page-body";
import { PageHeader, Prose } from "@/components/ui/heading";
import { writtenDate } from "@/server/kernel/calendar";

type LocaleParams = { params: Promise<{ locale: Locale }> };

const WRITTEN_ON = new Date("2026-11-22T12:00:00Z");
const DONE = ["text", "contrast", "press", "keyboard", "time", "voice", "paper", "script"] as const;
const LIMITS = ["voice", "audit", "readers", "pdf"] as const;

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "legal.accessibility" });
  return { title: t("title"), description: t("lead") };
}

/** The accessibility statement: what holds, what does not yet, whom to tell. */
export default async function AccessibilityPage({ params }: LocaleParams) {
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations({ locale, namespace: "legal.accessibility" });
  return (
    <PageBody narrow>
      <PageHeader title={t("title")} lead={t("lead")} />
      <Prose>
        <h2>{t("goal.title")}</h2>
        <p>{t("goal.body")}</p>
        <h2>{t("done.title")}</h2>
        <ul>
          {DONE.map((point) => (
            <li key={point}>{t(`done.${point}`)}</li>
          ))}
        </ul>
        <h2>{t("limits.title")}</h2>
        <ul>
          {LIMITS.map((point) => (
            <li key={point}>{t(`limits.${point}`)}</li>
          ))}
        </ul>
        <h2>{t("tests.title")}</h2>
        <p>{t("tests.body")}</p>
        <h2>{t("tell.title")}</h2>
        <p>{t("tell.body")}</p>
        <p className="text-sm text-ink-soft">
          {t("updated", { date: writtenDate(locale, WRITTEN_ON, "day") })}
        </p>
      </Prose>
    </PageBody>
  );
}
