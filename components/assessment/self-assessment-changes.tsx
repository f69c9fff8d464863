import type { Locale } from "next-intl";
import { getTranslations } from "next-intl/server";
import { Heading } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import type { SelfAssessmentView } from "@/server/assessment/self-assessment/schema";
import { Smiley } from "./smiley";

type Change = NonNullable<SelfAssessmentView["changes"]>[number];

/** What changed between the first time and the last, in words and smileys: what grew first, and never a mark. */
export async function SelfAssessmentChanges({
  changes,
  scale,
  locale,
}: {
  changes: readonly Change[];
  scale: readonly string[];
  locale: Locale;
}) {
  const t = await getTranslations({ locale, namespace: "confidence.changes" });
  const groups = [
    { name: "more", lines: changes.filter((line) => line.after > line.before) },
    { name: "same", lines: changes.filter((line) => line.after === line.before) },
    { name: "careful", lines: changes.filter((line) => line.after < line.before) },
  ] as const;
  const more = groups[0].lines.length;
  return (
    <section aria-labelledby="changes" className="grid gap-6">
      <Heading level={2} id="changes">
        {t("title")}
      </Heading>
      <Notice tone="success" title={more > 0 ? t("bravo", { count: more }) : t("steady")}>
        <p>{t("thanks")}</p>
      </Notice>
      {groups.map(({ name, lines }) =>
        lines.length === 0 ? null : (
          <section key={name} aria-labelledby={`changes-${name}`}>
            <Heading level={3} id={`changes-${name}`}>
              {t(`${name}.title`)}
            </Heading>
            {name === "careful" ? <p className="mt-1 text-ink-soft">{t("careful.body")}</p> : null}
            <ul className="mt-3 grid gap-3">
              {lines.map((line) => (
                <li
                  key={line.id}
                  className="grid gap-2 rounded-md border-2 border-border-soft bg-raised p-4 sm:grid-cols-[1fr_auto] sm:items-center"
                >
                  <span className="font-bold">{line.text}</span>
                  <span className="flex flex-wrap items-center gap-x-4 gap-y-2">
                    {line.before === line.after ? null : (
                      <Step label={t("then")} rating={line.before} scale={scale} />
                    )}
                    <Step label={t("now")} rating={line.after} scale={scale} />
                  </span>
                </li>
              ))}
            </ul>
          </section>
        ),
      )}
    </section>
  );
}

function Step({ label, rating, scale }: { label: string; rating: number; scale: readonly string[] }) {
  return (
    <span className="inline-flex items-center gap-2">
      <Smiley rating={rating} className="size-9 shrink-0" />
      <span>
        <span className="text-ink-soft">{label}</span> {scale[rating - 1]}
      </span>
    </span>
  );
}
