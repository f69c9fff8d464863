import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { PassportDrawing } from "@/components/ui/drawings/passport-drawing";
import { StampDrawing } from "@/components/ui/drawings/stamp-drawing";
import { Heading } from "@/components/ui/heading";
import { PageLink } from "@/components/ui/page-link";
import { StatusPill } from "@/components/ui/status-pill";
import type { Locale } from "@/db/enums";
import type { PassportView } from "@/server/passport/schema";
import { EvidenceList } from "./evidence-list";

type Competence = PassportView["areas"][number]["competences"][number];

/**
 * The pages of a passport: first what is stamped, then the pages the course fills, and, folded away, what no lesson
 * teaches. On paper the last one stays one line that says how many they are.
 */
export async function PassportPages({ passport, locale }: { passport: PassportView; locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "passport" });
  const all = passport.areas.flatMap((area) => area.competences);
  const stamped = all
    .filter((competence) => competence.evidence.length > 0)
    .toSorted((a, b) => b.level - a.level);
  const next = all.filter(({ evidence, taughtIn }) => evidence.length === 0 && taughtIn !== null);
  const others = passport.areas
    .map((area) => ({
      ...area,
      competences: area.competences.filter(
        ({ evidence, taughtIn }) => evidence.length === 0 && taughtIn === null,
      ),
    }))
    .filter((area) => area.competences.length > 0);
  const otherCount = others.reduce((sum, area) => sum + area.competences.length, 0);
  return (
    <div className="grid gap-8">
      <section aria-labelledby="proved" className="stitched rounded-lg bg-raised p-5 sm:p-7">
        {stamped.length > 0 ? (
          <>
            <Heading level={2} id="proved">
              {t("pages.proved")}
            </Heading>
            <p className="mt-1 text-ink-soft">
              {t("proved", { count: stamped.filter(({ level }) => level > 0).length })}
            </p>
            <ul className="mt-5 grid gap-5 lg:grid-cols-2">
              {stamped.map((competence) => (
                <li key={competence.id}>
                  <Stamped competence={competence} locale={locale} />
                </li>
              ))}
            </ul>
          </>
        ) : (
          <div className="flex flex-wrap items-center gap-x-8 gap-y-5">
            <PassportDrawing className="size-28 sm:size-36" />
            <div className="min-w-0 flex-[1_1_16rem]">
              <Heading level={2} id="proved">
                {t("empty.title")}
              </Heading>
              <p className="mt-1 text-ink-soft">{t("empty.body")}</p>
              <div className="no-print mt-5">
                <ButtonLink href={`/${locale}/learn`}>{t("empty.action")}</ButtonLink>
              </div>
            </div>
          </div>
        )}
      </section>
      {next.length > 0 ? (
        <section aria-labelledby="next" className="stitched rounded-lg bg-raised p-5 sm:p-7">
          <Heading level={2} id="next">
            {t("pages.next")}
          </Heading>
          <p className="mt-1 text-ink-soft">{t("pages.nextLead")}</p>
          <ul className="mt-5 grid gap-5 lg:grid-cols-2">
            {next.map((competence) => (
              <li key={competence.id} className="flex items-start gap-4">
                {/* The place where a stamp will be. */}
                <span
                  aria-hidden="true"
                  className="mt-1 size-12 shrink-0 rounded-full border-2 border-dashed border-border sm:size-16"
                />
                <AwaitedLine competence={competence} locale={locale} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {otherCount > 0 ? (
        <Disclosure summary={t("pages.others", { count: otherCount })}>
          <p className="measure">{t("pages.othersLead", { total: all.length })}</p>
          <div className="mt-5 grid gap-5 lg:grid-cols-2">
            {others.map((area) => (
              <section key={area.id} aria-labelledby={`area-${area.id}`}>
                <Heading level={3} id={`area-${area.id}`} size="xl">
                  {area.title}
                </Heading>
                <ul className="mt-2 grid gap-2 text-ink-soft">
                  {area.competences.map((competence) => (
                    <li key={competence.id}>
                      {competence.id} {competence.title}
                    </li>
                  ))}
                </ul>
              </section>
            ))}
          </div>
        </Disclosure>
      ) : null}
    </div>
  );
}

async function AwaitedLine({ competence, locale }: { competence: Competence; locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "passport" });
  const { taughtIn } = competence;
  return (
    <div className="min-w-0">
      <p className="font-bold">
        <span className="text-ink-soft">{competence.id}</span> {competence.title}
      </p>
      <StatusPill tone="waiting" className="my-1">
        {t("notYet")}
      </StatusPill>
      {taughtIn === null ? null : taughtIn.lesson === null ? (
        <p className="text-ink-soft">{t("pages.inPart", { title: taughtIn.title })}</p>
      ) : (
        <p className="text-ink-soft">
          {t("pages.inLesson", { others: taughtIn.others })}
          <PageLink
            href={`/${locale}/courses/${taughtIn.course}/${taughtIn.lesson}`}
            className="flex min-h-12 items-center font-bold"
          >
            {taughtIn.title}
          </PageLink>
        </p>
      )}
    </div>
  );
}

async function Stamped({ competence, locale }: { competence: Competence; locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "passport" });
  const { level, evidence } = competence;
  return (
    <div className="avoid-break h-full rounded-md border-2 border-brand p-4">
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
