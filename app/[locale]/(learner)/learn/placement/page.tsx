import type { Metadata } from "next";
import type { Locale } from "next-intl";
import { getMessages, getTranslations } from "next-intl/server";
import { enterRoom } from "@/app/[locale]/enter-room";
import { PlacementRunner } from "@/components/assessment/placement-runner";
import { LearnerShell } from "@/components/learning/learner-shell";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Heading, PageHeader } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";

type Params = { params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "placement" });
  return { title: t("title"), robots: { index: false } };
}

/** What a newcomer knows already: a few questions, and then a proposal which lessons to skip. It locks nothing. */
export default async function PlacementPage({ params }: Params) {
  const { locale } = await params;
  const [home, placement] = await enterRoom(locale, `/${locale}/learn/placement`, async (api) => {
    const own = await api.learning.getHome({ locale });
    return [own, await api.assessment.getPlacement({ course: own.course, locale })] as const;
  });
  const [t, messages] = await Promise.all([
    getTranslations({ locale, namespace: "placement" }),
    getMessages({ locale }),
  ]);
  const { state, result } = placement;
  const lessonHref = (lesson: string) => `/${locale}/courses/${home.course}/${lesson}`;
  return (
    <LearnerShell locale={locale} home={home}>
      <div className="mx-auto grid max-w-3xl gap-8">
        <PageHeader title={t("title")} lead={t("lead", { most: placement.most })} />
        {result ? (
          <section aria-labelledby="idea" className="grid gap-6">
            <Heading level={2} id="idea">
              {t("result.title")}
            </Heading>
            <Notice
              tone="success"
              live="polite"
              title={result.known.length > 0 ? t("result.known") : t("result.nothing")}
            >
              {result.known.length > 0 ? (
                <ul className="grid list-disc gap-2 pl-7">
                  {result.known.map(({ lesson, title }) => (
                    <li key={lesson}>
                      <a href={lessonHref(lesson)} className="inline-flex min-h-12 items-center">
                        {title}
                      </a>
                    </li>
                  ))}
                </ul>
              ) : null}
            </Notice>
            {result.first ? (
              <p>
                <ButtonLink href={lessonHref(result.first.lesson)}>
                  {t("result.begin", { title: result.first.title })}
                </ButtonLink>
              </p>
            ) : null}
            <p>{t("result.free")}</p>
          </section>
        ) : state === "closed" ? (
          <Notice tone="info" title={t("closed.title")}>
            <p>{t("closed.body")}</p>
          </Notice>
        ) : (
          <Card>
            <div className="without-js">
              <Notice tone="info" title={t("needsScript")} />
            </div>
            <PlacementRunner
              personId={home.personId}
              course={home.course}
              locale={locale}
              isOpen={state === "open"}
              labels={messages.placement}
              quiz={messages.assessment}
              saving={messages.learning.saving}
            />
          </Card>
        )}
        <p>
          <ButtonLink href={`/${locale}/learn`} tone="secondary" size="large">
            {t("result.all")}
          </ButtonLink>
        </p>
      </div>
    </LearnerShell>
  );
}
