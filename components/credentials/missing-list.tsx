import type { Locale } from "next-intl";
import { getTranslations } from "next-intl/server";
import { Disclosure } from "@/components/ui/disclosure";
import type { CohortCertificates, MissingActivity } from "@/server/credentials/schema";

type Eligibility = CohortCertificates["learners"][number]["eligibility"];
type Words = Awaited<ReturnType<typeof getTranslations<"credentials.cohort.missing">>>;

/** Reading, practising, checking. */
const KINDS = 3;
/** Things named before the others are folded away. */
const SHOWN = 4;

/** One thing to do, as a sentence; only a simulation can have been shown instead of done. */
function sentenceFor(t: Words, { kind, reason, lessonTitle }: MissingActivity): string {
  if (reason === "only-shown") return t("simulation.only-shown", { lesson: lessonTitle });
  return t(`${kind}.${reason}`, { lesson: lessonTitle });
}

/**
 * What is left of the lessons begun, part by part and each sentence once; then the lessons not begun, one sentence each.
 */
function sentencesOf(t: Words, missing: readonly MissingActivity[]): string[] {
  const lessons = [...new Set(missing.map(({ lessonTitle }) => lessonTitle))].map((title) => {
    const parts = missing.filter(({ lessonTitle }) => lessonTitle === title);
    const isWhole = new Set(parts.map(({ kind }) => kind)).size === KINDS;
    return { title, parts, isFresh: isWhole && parts.every(({ reason }) => reason === "not-started") };
  });
  const begun = lessons.filter(({ isFresh }) => !isFresh).flatMap(({ parts }) => parts);
  const fresh = lessons.filter(({ isFresh }) => isFresh);
  return [
    ...new Set(begun.map((part) => sentenceFor(t, part))),
    ...fresh.map(({ title }) => t("lesson", { lesson: title })),
  ];
}

/** "What is still missing" for a certificate, in words: the next few things, the others folded away. */
export async function MissingList({ eligibility, locale }: { eligibility: Eligibility; locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "credentials.cohort.missing" });
  const isOnlyCompetence = eligibility.missing.length === 0 && eligibility.lacksCompetence;
  const sentences = isOnlyCompetence ? [t("competence")] : sentencesOf(t, eligibility.missing);
  const shown = sentences.length > SHOWN + 1 ? sentences.slice(0, SHOWN) : sentences;
  const folded = sentences.slice(shown.length);
  return (
    <>
      <Sentences all={shown} />
      {folded.length > 0 ? (
        <Disclosure summary={t("more", { count: folded.length })} className="mt-3">
          <Sentences all={folded} />
        </Disclosure>
      ) : null}
    </>
  );
}

function Sentences({ all }: { all: readonly string[] }) {
  return (
    <ul className="mt-2 grid list-disc gap-1 pl-7">
      {all.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
