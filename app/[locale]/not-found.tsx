import { getLocale, getTranslations } from "next-intl/server";
import { PageBody } from "@/components/layout/page-body";
import { SiteShell } from "@/components/layout/site-shell";
import { buttonClassName } from "@/components/ui/button-class-name";
import { SignpostDrawing } from "@/components/ui/drawings/signpost-drawing";
import { PageHeader } from "@/components/ui/heading";

/** An address that leads nowhere, or that is not for this person: a way on, and no blame. */
export default async function NotFound() {
  const locale = await getLocale();
  const t = await getTranslations({ locale, namespace: "layout.notFound" });
  return (
    <SiteShell locale={locale} width="bare">
      <PageBody narrow>
        <SignpostDrawing className="mb-6 size-40" />
        <PageHeader title={t("title")} lead={t("body")} />
        {/* A whole load on purpose: this document has no preferences on it yet */}
        <a href={`/${locale}`} className={buttonClassName()}>
          {t("home")}
        </a>
      </PageBody>
    </SiteShell>
  );
}
