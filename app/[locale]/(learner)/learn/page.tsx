import type { Metadata } from "next";
import type { Locale } from "next-intl";
import { getTranslations } from "next-intl/server";
import { enterRoom } from "@/app/[locale]/enter-room";
import { LearnerShell } from "@/components/learning/learner-shell";
import { ButtonLink } from "@/components/ui/button";
import { Card, LinkCard } from "@/components/ui/card";
import { BookDrawing } from "@/components/ui/drawings/book-drawing";
import { ClockDrawing } from "@/components/ui/drawings/clock-drawing";
import { CupDrawing } from "@/components/ui/drawings/cup-drawing";
import { PassportDrawing } from "@/components/ui/drawings/passport-drawing";
import { PhoneDrawing } from "@/components/ui/drawings/phone-drawing";
import { TelephoneDrawing } from "@/components/ui/drawings/telephone-drawing";
import { Heading } from "@/components/ui/heading";
import { ArrowRightIcon } from "@/components/ui/icons";
import type { HomeView } from "@/server/learning/schema";

type Words = Awaited<ReturnType<typeof getTranslations<"learning.home">>>;
type Params = { params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "learning.home" });
  return { title: t("title"), robots: { index: false } };
}

function hrefOf(locale: Locale, course: string, next: NonNullable<HomeView["next"]>): string {
  const base = `/${locale}/courses/${course}/${next.lesson}`;
  if (next.kind === "steps") return `${base}/steps/${next.stepNumber}`;
  return next.kind === "quiz" ? `${base}/check` : `${base}/practice/${next.simulation}`;
}

/** What comes inside the lesson she is in: the step she is at, or what follows what she has done. */
function whereIn(next: NonNullable<HomeView["next"]>, t: Words): string {
  const at = { step: next.stepNumber, count: next.stepCount };
  if (next.kind === "steps") return t("step", at);
  if (next.kind === "simulation") return next.started ? t("exerciseStep", at) : t("practiseNext");
  return next.started ? t("question", at) : t("checkNext");
}

/** A learner's home: one big button that goes on where she stopped; below it, her passport, her course, her help. */
export default async function LearnPage({ params }: Params) {
  const { locale } = await params;
  const [home, offer, exam, placement] = await enterRoom(locale, `/${locale}/learn`, async (api) => {
    const own = await api.learning.getHome({ locale });
    const place = { course: own.course, locale };
    return Promise.all([
      own,
      api.assessment.getSelfAssessmentOffer(place),
      api.simulation.getExamOffer(place),
      api.assessment.getPlacementOffer(place),
    ]);
  });
  const [t, confidence, refreshers, examWords, placementWords] = await Promise.all([
    getTranslations({ locale, namespace: "learning.home" }),
    getTranslations({ locale, namespace: "confidence.offer" }),
    getTranslations({ locale, namespace: "refreshers" }),
    getTranslations({ locale, namespace: "exam.offer" }),
    getTranslations({ locale, namespace: "placement.offer" }),
  ]);
  const { next } = home;
  const place = next && whereIn(next, t);
  const hasBegun = home.lessons.some((lesson) => lesson.done > 0);
  const lessonsDone = home.lessons.filter((lesson) => lesson.done === lesson.count).length;
  return (
    <LearnerShell locale={locale} home={home}>
      <div className="mx-auto max-w-4xl">
        <Heading level={1} size="4xl" className="max-sm:text-[min(1.6rem,11vw)]">
          {t("greeting", { name: home.firstName })}
        </Heading>
        <Card as="section" look="passport" aria-labelledby="next" className="mt-4 sm:mt-6">
          {next ? (
            <div className="flex flex-wrap items-center gap-6">
              <PhoneDrawing className="size-28 max-sm:hidden" />
              {/* With big letters the button comes before the place, or it would be below the fold. */}
              <div className="flex min-w-0 flex-[1_1_16rem] flex-col">
                <Heading level={2} id="next" size="2xl" className="-order-2 max-sm:text-[min(1.3rem,12vw)]">
                  {next.lessonBegun ? t("whereYouAre") : hasBegun ? t("nextTime") : t("firstTime")}
                </Heading>
                <p className="mt-2 sm:text-lg">{t("lesson", { title: next.lessonTitle })}</p>
                <div className="mt-4 max-sm:*:px-3 max-sm:*:text-[min(1.125rem,11vw)] in-data-[text-size=150]:max-sm:-order-1 in-data-[text-size=200]:max-sm:-order-1 sm:order-1">
                  <ButtonLink
                    href={hrefOf(locale, home.course, next)}
                    iconEnd={<ArrowRightIcon className="in-data-[text-size=200]:max-sm:hidden" />}
                    block
                  >
                    {next.lessonBegun ? t("continue") : t("start")}
                  </ButtonLink>
                </div>
                <p className="text-ink-soft max-sm:mt-4">{next.lessonBegun ? place : t("takeYourTime")}</p>
              </div>
            </div>
          ) : (
            <div className="flex flex-wrap items-center gap-6">
              <CupDrawing className="size-28" />
              <div className="min-w-0 flex-[1_1_16rem]">
                <Heading level={2} id="next" size="2xl">
                  {t("allDone.title")}
                </Heading>
                <p className="mt-2">{t("allDone.body")}</p>
                <div className="mt-5">
                  <ButtonLink href={`/${locale}/courses/${home.course}`} tone="secondary" size="large">
                    {t("allDone.again")}
                  </ButtonLink>
                </div>
              </div>
            </div>
          )}
        </Card>
        {exam.state === "open" || (exam.state === "ready" && !exam.passed) ? (
          <LinkCard
            href={`/${locale}/learn/exam`}
            title={examWords(exam.state)}
            headingLevel={2}
            className="mt-5"
          >
            {examWords("hint")}
          </LinkCard>
        ) : null}
        {placement.state === "offered" || placement.state === "open" ? (
          <LinkCard
            href={`/${locale}/learn/placement`}
            title={placementWords(placement.state)}
            headingLevel={2}
            className="mt-5"
          >
            {placementWords("hint")}
          </LinkCard>
        ) : null}
        {offer.moment ? (
          <LinkCard
            href={`/${locale}/learn/self-assessment`}
            title={confidence(offer.isOpen ? "resume" : offer.moment)}
            headingLevel={2}
            className="mt-5"
          >
            {confidence("hint")}
          </LinkCard>
        ) : null}
        {home.refresher.status === "due" ? (
          <LinkCard
            href={`/${locale}/learn/refresher`}
            title={refreshers("title")}
            headingLevel={2}
            drawing={<ClockDrawing className="size-20" />}
            className="mt-5"
          >
            {refreshers("card.body")}
          </LinkCard>
        ) : null}
        <div className="mt-8 grid gap-5 sm:grid-cols-2">
          <LinkCard
            href={`/${locale}/learn/passport`}
            title={t("myPassport")}
            headingLevel={2}
            drawing={<PassportDrawing className="size-20" />}
          >
            {t("myPassportHint")}
          </LinkCard>
          <LinkCard
            href={`/${locale}/courses/${home.course}`}
            title={t("myCourse")}
            headingLevel={2}
            drawing={<BookDrawing className="size-20" />}
          >
            {t("lessonsDone", { done: lessonsDone, count: home.lessons.length })}
          </LinkCard>
        </div>
        <Card as="section" look="sunken" aria-labelledby="help" className="mt-8">
          <div className="flex flex-wrap items-center gap-5">
            <TelephoneDrawing className="size-20" />
            <div className="min-w-0 flex-[1_1_14rem]">
              <Heading level={2} id="help" size="xl">
                {t("help.title")}
              </Heading>
              {home.help ? (
                <>
                  <p>{t("help.person", { name: home.help.name })}</p>
                  <p>
                    <a
                      href={`tel:${home.help.phone.replace(/[^+\d]/g, "")}`}
                      className="inline-flex min-h-12 items-center font-bold"
                    >
                      {t("help.call", {
                        name: home.help.name,
                        phone: home.help.phone.replaceAll(" ", "\u00a0"),
                      })}
                    </a>
                  </p>
                </>
              ) : (
                <p>{t("help.nobody")}</p>
              )}
              <p className="text-ink-soft">{t("help.neverACode")}</p>
            </div>
          </div>
        </Card>
        {home.activeMinutes > 0 ? (
          <p className="mt-6 text-ink-soft">{t("activeTime", { minutes: home.activeMinutes })}</p>
        ) : null}
      </div>
    </LearnerShell>
  );
}
