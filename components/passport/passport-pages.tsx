import { getTranslations } from "next-intl/server";
import { Disclosure } from "@/components/ui/disclosure";
import { StampDrawing } from "@/components/ui/drawings/stamp-drawing";
import { Heading } from "@/components/ui/heading";
import { StatusPill } from "@/components/ui/status-pill";
import type { Locale } from "@/db/enums";
import type { PassportView } from "@/server/passport/schema";
import { EvidenceList } from "./evidence-list";

type Competence = PassportView["areas"][number]["competences"][number];

/** The pages of a passport: one per area, a stamp where something is proved, "not yet" said plainly elsewhere. */
export async function PassportPages({ passport, locale }: { passport: PassportView; locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "passport" });
  return (
    <div className="grid gap-8">
      {passport.areas.map((area) => {
        const proved = area.competences.filter((competence) => competence.level > 0);
        return (
          <section
            key={area.id}
            aria-labelledby={`area-${area.id}`}
            className="stitched rounded-lg bg-raised p-5 sm:p-7"
          >
            <p className="font-bold text-brand">{area.id}</p>
            <Heading level={2} id={`area-${area.id}`}>
              {area.title}
            </Heading>
            <p className="mt-1 text-ink-soft">{t("proved", { count: proved.length })}</p>
            <ul className="mt-5 grid gap-4">
              {area.competences.map((competence) => (
                <li key={competence.id}>
                  <CompetenceLine competence={competence} locale={locale} />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

async function CompetenceLine({ competence, locale }: { competence: Competence; locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "passport" });
  const { level, evidence } = competence;
  if (level === 0 && evidence.length === 0) {
    return (
      <div className="flex flex-wrap items-start justify-between gap-3 rounded-md border-2 border-dashed border-border-soft p-4">
        <div className="min-w-0 flex-[1_1_14rem]">
          <p className="font-bold">
            <span className="text-ink-soft">{competence.id}</span> {competence.title}
          </p>
          <p className="text-ink-soft">{competence.taught ? t("notYetProved") : t("notYetTaught")}</p>
        </div>
        <StatusPill tone="waiting">{t("notYet")}</StatusPill>
      </div>
    );
  }
  return (
    <div className="avoid-break rounded-md border-2 border-brand p-4">
      <div className="flex flex-wrap items-start gap-4">
        <StampDrawing className="size-16" />
        <div className="min-w-0 flex-[1_1_14rem]">
          <p className="text-lg font-bold">
            <span className="text-ink-soft">{competence.id}</span> {competence.title}
          </p>
          <p className="measure">{competence.plain}</p>
          <p className="mt-1 font-bold text-brand">
            {level > 0 ? `${t("levelOf", { level })} – ${competence.band}` : t("notYet")}
          </p>
        </div>
      </div>
      <Disclosure className="mt-3" open summary={t("evidence.show", { count: evidence.length })}>
        <EvidenceList lines={evidence} locale={locale} />
      </Disclosure>
    </div>
  );
}
