import type { Locale } from "next-intl";
import { getTranslations } from "next-intl/server";
import { Disclosure } from "@/components/ui/disclosure";
import { Badge } from "@/components/ui/status-pill";
import { isRefresherActivity } from "@/server/learning/refreshers/rules";
import { isSurpriseActivity } from "@/server/learning/surprises/rules";
import type { ProofLine } from "@/server/reporting/schema";
import { isExamActivity } from "@/server/simulation/exam/rules";
import { getLearnerWords } from "./learner-words";

/** Shown at once; the others are a press away. */
const NEWEST = 6;

type Props = { proofs: ProofLine[]; locale: Locale };

/** What a learner proved and the help that was noted, in words, the newest first. */
export async function ProofList({ proofs, locale }: Props) {
  const t = await getTranslations({ locale, namespace: "reporting.learner" });
  if (proofs.length === 0) return <p className="text-ink-soft">{t("noProofs")}</p>;
  const older = proofs.slice(NEWEST);
  return (
    <div className="grid gap-4">
      <ProofLines proofs={proofs.slice(0, NEWEST)} locale={locale} />
      {older.length > 0 ? (
        <Disclosure summary={t("olderProofs", { count: older.length })}>
          <ProofLines proofs={older} locale={locale} />
        </Disclosure>
      ) : null}
    </div>
  );
}

async function ProofLines({ proofs, locale }: Props) {
  const [t, cohort, surprises, refreshers, exam, words] = await Promise.all([
    getTranslations({ locale, namespace: "reporting.learner" }),
    getTranslations({ locale, namespace: "reporting.cohort" }),
    getTranslations({ locale, namespace: "surprises" }),
    getTranslations({ locale, namespace: "refreshers" }),
    getTranslations({ locale, namespace: "exam" }),
    getLearnerWords(locale),
  ]);
  return (
    <ul className="grid gap-4">
      {proofs.map((proof) => (
        <li key={proof.id} className="rounded-lg border border-border-soft bg-raised p-5">
          <p className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
            <strong>
              {isSurpriseActivity(proof.activityId)
                ? surprises("proof")
                : isRefresherActivity(proof.activityId)
                  ? refreshers("proof")
                  : isExamActivity(proof.activityId)
                    ? exam("proof")
                    : t(`sources.${proof.source}`, { lesson: proof.lessonTitle ?? proof.activityId })}
            </strong>
            <span className="text-ink-soft">{words.day(proof.occurredAt)}</span>
          </p>
          <p className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-1">
            <Badge>{cohort(`assistance.${proof.assistance}`)}</Badge>
            {proof.score === null ? null : <span>{t("score", { score: proof.score })}</span>}
          </p>
          <p className="mt-1 text-ink-soft">{t("competences", { codes: proof.competences.join(", ") })}</p>
          {proof.note ? <p className="mt-2 border-l-4 border-border-soft pl-4">{proof.note}</p> : null}
        </li>
      ))}
    </ul>
  );
}
