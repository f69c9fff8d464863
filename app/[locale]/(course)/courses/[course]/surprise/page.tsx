import type { Metadata } from "next";
import type { Locale } from "next-intl";
import { getMessages, getTranslations, setRequestLocale } from "next-intl/server";
import { SurpriseRun } from "@/components/simulation/surprise-run";
import { Heading } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import { FIRST_COURSE } from "@/server/catalogue/schema";

type Params = { params: Promise<{ locale: Locale; course: string }> };

export const dynamicParams = false;

export function generateStaticParams() {
  return [{ course: FIRST_COURSE }];
}

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "surprises.page" });
  return { title: t("title"), robots: { index: false } };
}

/** Where a message that came up in a lesson is opened. Which one, and for whom, the browser knows. */
export default async function SurprisePage({ params }: Params) {
  const { locale, course } = await params;
  setRequestLocale(locale);
  const messages = await getMessages({ locale });
  const { page, end } = messages.surprises;
  const { player } = messages.simulation;
  return (
    <>
      <Heading level={1} className="mb-6">
        {page.title}
      </Heading>
      <div className="without-js">
        <Notice tone="info" title={page.needsScript} />
      </div>
      <SurpriseRun
        course={course}
        locale={locale}
        labels={{
          ...player,
          end: {
            ...player.end,
            reached: end.reached,
            reachedText: end.reachedText,
            unsafe: end.unsafe,
            unsafeText: end.unsafeText,
            "not-reached": end.notReached,
            "not-reachedText": end.notReachedText,
          },
        }}
        saving={messages.learning.saving}
        words={page}
      />
    </>
  );
}
