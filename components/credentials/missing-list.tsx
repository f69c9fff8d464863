import type { Locale } from "next-intl";
import { getTranslations } from "next-intl/server";
import type { CohortCertificates, MissingActivity } from "@/server/credentials/schema";

type Eligibility = CohortCertificates["learners"][number]["eligibility"];
type Words = Awaited<ReturnType<typeof getTranslations<"credentials.cohort.missing">>>;

/** One thing to do, as a sentence; only a simulation can have been shown instead of done. */
function sentenceFor(t: Words, { kind, reason, lessonTitle }: MissingActivity): string {
  if (reason === "only-shown") return t("simulation.only-shown", { lesson: lessonTitle });
  return t(`${kind}.${reason}`, { lesson: lessonTitle });
}

/** "What is still missing" for a certificate, in words. */
export async function MissingList({ eligibility, locale }: { eligibility: Eligibility; locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "credentials.cohort.missing" });
  const isOnlyCompetence = eligibility.missing.length === 0 && eligibility.lacksCompetence;
  return (
    <ul className="mt-2 grid list-disc gap-1 pl-7">
      {eligibility.missing.map((entry) => (
        <li key={entry.activityId}>{sentenceFor(t, entry)}</li>
      ))}
      {isOnlyCompetence ? <li>{t("competence")}</li> : null}
    </ul>
  );
}
