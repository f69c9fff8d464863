import type { Metadata } from "next";
import type { Locale } from "next-intl";
import { getTranslations } from "next-intl/server";
import { enterRoom } from "@/app/[locale]/enter-room";
import { StopSwitch } from "@/components/learning/stop-switch";
import { LeaveCohort } from "@/components/organisations/leave-cohort";
import { NoteHelpForm } from "@/components/organisations/note-help-form";
import { CertificateState } from "@/components/reporting/certificate-state";
import { ExamState } from "@/components/reporting/exam-state";
import { LearnerState } from "@/components/reporting/learner-state";
import { fullName, getLearnerWords } from "@/components/reporting/learner-words";
import { LessonsOfLearner } from "@/components/reporting/lessons-of-learner";
import { ProofList } from "@/components/reporting/proof-list";
import { RefresherFigures } from "@/components/reporting/refresher-figures";
import { RequestFigures } from "@/components/reporting/request-figures";
import { SelfAssessmentState } from "@/components/reporting/self-assessment-state";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { Heading, PageHeader } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import { brusselsDay } from "@/server/kernel/calendar";
import { groupBy } from "@/server/reporting/rules";

type Props = {
  params: Promise<{ locale: Locale; cohort: string; person: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Pick<Props, "params">): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "reporting.cohort.columns" });
  return { title: t("learner"), robots: { index: false } };
}

/** One learner for her trainer: where she is, what she proved, and what can be done for her. */
export default async function LearnerPage({ params, searchParams }: Props) {
  const [{ locale, cohort, person }, query] = await Promise.all([params, searchParams]);
  const href = `/${locale}/teach/cohorts/${cohort}`;
  const [report, certificates] = await enterRoom(locale, `${href}/learners/${person}`, (api) =>
    Promise.all([
      api.reporting.getLearnerReport({ cohortId: cohort, personId: person, locale }),
      api.credentials.listCohortCertificates({ cohortId: cohort, locale }),
    ]),
  );
  const [t, rooms, help, card, leave, figures, surprises, confidence, refreshers, merge, exam, words] =
    await Promise.all([
      getTranslations({ locale, namespace: "reporting.learner" }),
      getTranslations({ locale, namespace: "organisations.rooms" }),
      getTranslations({ locale, namespace: "organisations.noteHelp" }),
      getTranslations({ locale, namespace: "organisations.newCard" }),
      getTranslations({ locale, namespace: "organisations.leave" }),
      getTranslations({ locale, namespace: "surprises.figures" }),
      getTranslations({ locale, namespace: "surprises.switch" }),
      getTranslations({ locale, namespace: "confidence.trainer" }),
      getTranslations({ locale, namespace: "refreshers" }),
      getTranslations({ locale, namespace: "organisations.merge" }),
      getTranslations({ locale, namespace: "exam.trainer" }),
      getLearnerWords(locale),
    ]);
  const { learner } = report;
  const certificate = certificates.learners.find((candidate) => candidate.personId === person);
  return (
    <>
      <Breadcrumbs
        label={rooms("path")}
        items={[
          { label: rooms("teach"), href: `/${locale}/teach` },
          { label: report.cohort.name, href },
          { label: fullName(learner) },
        ]}
      />
      <PageHeader title={fullName(learner)} lead={t("joined", { date: words.day(report.joinedAt) })} />
      {query.merged ? (
        <Notice tone="success" live="polite" title={merge("done")} className="mb-8">
          <p>{merge("doneWhere")}</p>
        </Notice>
      ) : null}
      <div className="grid gap-10 lg:grid-cols-[3fr_2fr]">
        <div className="grid content-start gap-10">
          <Card as="section" aria-labelledby="where">
            <Heading level={2} id="where" className="mb-3">
              {t("where")}
            </Heading>
            <LearnerState line={learner} locale={locale} />
          </Card>
          <section aria-labelledby="activities">
            <Heading level={2} id="activities" className="mb-4">
              {t("activities")}
            </Heading>
            <LessonsOfLearner activities={report.activities} locale={locale} />
          </section>
          <section aria-labelledby="proofs">
            <Heading level={2} id="proofs" className="mb-4">
              {t("proofs")}
            </Heading>
            <ProofList proofs={report.proofs} locale={locale} />
          </section>
        </div>
        <div className="grid content-start gap-5">
          <Card as="section" aria-labelledby="requests">
            <Heading level={2} id="requests" className="mb-3">
              {figures("title")}
            </Heading>
            <RequestFigures figures={report.requests} locale={locale} />
          </Card>
          <Card as="section" aria-labelledby="confidence">
            <Heading level={2} id="confidence" className="mb-3">
              {confidence("title")}
            </Heading>
            <SelfAssessmentState state={report.selfAssessment} locale={locale} />
          </Card>
          <Card as="section" aria-labelledby="exam">
            <Heading level={2} id="exam" className="mb-3">
              {exam("title")}
            </Heading>
            <ExamState exam={report.exam} member={{ cohortId: cohort, personId: person }} locale={locale} />
          </Card>
          <Card as="section" aria-labelledby="surprises">
            <Heading level={2} id="surprises">
              {surprises("title")}
            </Heading>
            <p className="mt-2">{surprises("trainerLead")}</p>
            <p className="my-4 font-bold">
              {report.surprises.stoppedByLearner || report.surprises.stoppedByTrainer
                ? surprises("off")
                : surprises("on")}
              {report.surprises.stoppedByLearner ? ` ${surprises("byLearner")}` : null}
            </p>
            <StopSwitch
              what="surprises"
              whose={{ cohortId: cohort, personId: person }}
              stopped={report.surprises.stoppedByTrainer}
              labels={{
                stop: surprises("stop"),
                resume: surprises("resume"),
                saving: surprises("saving"),
                problem: surprises("problem"),
              }}
            />
          </Card>
          <Card as="section" aria-labelledby="refreshers">
            <Heading level={2} id="refreshers">
              {refreshers("switch.title")}
            </Heading>
            <p className="mt-2">{refreshers("switch.trainerLead")}</p>
            <RefresherFigures report={report.refreshers} locale={locale} />
            <StopSwitch
              what="refreshers"
              whose={{ cohortId: cohort, personId: person }}
              stopped={report.refreshers.stoppedByTrainer}
              labels={{
                stop: refreshers("switch.stop"),
                resume: refreshers("switch.resume"),
                saving: refreshers("switch.saving"),
                problem: refreshers("switch.problem"),
              }}
            />
            <p className="mt-4">
              <a
                href={`${href}/appointments?person=${person}`}
                className="inline-flex min-h-12 items-center font-bold"
              >
                {refreshers("report.print")}
              </a>
            </p>
          </Card>
          <Heading level={2}>{t("actions")}</Heading>
          <Disclosure summary={help("title")}>
            <p className="mb-5 text-ink-soft">{help("lead")}</p>
            <NoteHelpForm
              cohortId={cohort}
              personId={person}
              lessons={[...groupBy(report.activities, (line) => line.lessonTitle)].map(([title, lines]) => ({
                title,
                activities: lines.map((line) => ({
                  id: line.activityId,
                  label: line.title
                    ? t("activityOption", { kind: t(`kinds.${line.kind}`), title: line.title })
                    : t(`kinds.${line.kind}`),
                })),
              }))}
              current={learner.where?.activityId}
              today={brusselsDay(new Date())}
            />
          </Disclosure>
          <Disclosure summary={t("certificate")}>
            {certificate ? (
              <CertificateState certificate={certificate} cohortId={cohort} locale={locale} />
            ) : null}
          </Disclosure>
          <Disclosure summary={card("title")}>
            <p className="mb-4">{card("lead")}</p>
            <ButtonLink href={`${href}/cards?person=${person}`} tone="secondary">
              {card("submit")}
            </ButtonLink>
          </Disclosure>
          <Disclosure summary={merge("title")}>
            <p className="mb-4">{merge("door", { name: learner.firstName })}</p>
            <ButtonLink href={`${href}/learners/${person}/double`} tone="secondary">
              {merge("open")}
            </ButtonLink>
          </Disclosure>
          <Disclosure summary={leave("title")}>
            <LeaveCohort cohortId={cohort} personId={person} name={learner.firstName} />
          </Disclosure>
        </div>
      </div>
    </>
  );
}
