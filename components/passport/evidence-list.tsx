import { getTranslations } from "next-intl/server";
import type { Locale } from "@/db/enums";
import { writtenDate } from "@/server/kernel/calendar";
import type { EvidenceLine } from "@/server/passport/schema";

/** The proof lines of one competence in words: when, by what, and how alone. Newest first. */
export async function EvidenceList({ lines, locale }: { lines: readonly EvidenceLine[]; locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "passport.evidence" });
  return (
    <ul className="grid gap-3">
      {lines.toReversed().map((line) => (
        <li key={line.id} className="rounded-md border-l-4 border-brand bg-sunken px-4 py-2">
          {t("line", {
            date: writtenDate(locale, new Date(line.occurredAt), "day"),
            source: t(`sources.${line.source}`),
            assistance: t(`assistance.${line.assistance}`),
          })}
          {line.score !== null ? (
            <span className="block text-ink-soft">{t("score", { score: line.score })}</span>
          ) : null}
          {line.note ? <span className="block text-ink-soft">{t("note", { note: line.note })}</span> : null}
        </li>
      ))}
    </ul>
  );
}
