import type { Metadata } from "next";
import type { Locale } from "next-intl";
import { getTranslations } from "next-intl/server";
import { enterRoom } from "@/app/[locale]/enter-room";
import { ProjectFigures } from "@/components/reporting/project-figures";
import { ButtonLink } from "@/components/ui/button";
import { SignpostDrawing } from "@/components/ui/drawings/signpost-drawing";
import { EmptyState } from "@/components/ui/empty-state";
import { Heading, PageHeader } from "@/components/ui/heading";
import { UserIcon } from "@/components/ui/icons";

type Props = { params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "reporting.report" });
  return { title: t("title"), robots: { index: false } };
}

/** The numbers of a coordinator's projects. No name of a person reaches this page. */
export default async function ReportPage({ params }: Props) {
  const { locale } = await params;
  const { projects, indicators, fewest } = await enterRoom(locale, `/${locale}/report`, (api) =>
    api.reporting.getProjectNumbers({ locale }),
  );
  const [t, team] = await Promise.all([
    getTranslations({ locale, namespace: "reporting.report" }),
    getTranslations({ locale, namespace: "organisations.team" }),
  ]);
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={
          <ButtonLink href={`/${locale}/report/team`} tone="secondary" icon={<UserIcon />}>
            {team("title")}
          </ButtonLink>
        }
      />
      {projects.length === 0 ? (
        <EmptyState drawing={<SignpostDrawing className="size-36" />} title={t("noneTitle")}>
          {t("noneBody")}
        </EmptyState>
      ) : null}
      <div className="grid gap-14">
        {projects.map((project) => {
          const [title, grant] = [`project-${project.id}`, `grant-${project.id}`];
          // Two projects may have one title; their grant numbers differ.
          const names = `${title} ${grant}`;
          return (
            <section key={project.id} aria-labelledby={names}>
              <Heading level={2} id={title}>
                {project.title}
              </Heading>
              <p id={grant} className="mb-5 text-ink-soft">
                {t("grant", { number: project.grantNumber })}
              </p>
              <ProjectFigures
                project={project}
                indicators={indicators}
                fewest={fewest}
                locale={locale}
                within={names}
              />
            </section>
          );
        })}
      </div>
    </>
  );
}
