import { getTranslations } from "next-intl/server";
import { buttonClassName } from "@/components/ui/button-class-name";
import { SignpostDrawing } from "@/components/ui/drawings/signpost-drawing";
import { PageHeader } from "@/components/ui/heading";
import type { Locale } from "@/db/enums";
import { PageBody } from "./page-body";

/** An address that leads nowhere, or that is not for this person: a way on, and no blame. */
export async function NothingHere({ locale }: { locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "layout.notFound" });
  return (
    <PageBody narrow>
      <SignpostDrawing className="mb-6 size-40" />
      <PageHeader title={t("title")} lead={t("body")} />
      {/* A whole load on purpose: where Next made this document, no preferences are on it yet */}
      <a href={`/${locale}`} className={buttonClassName()}>
        {t("home")}
      </a>
    </PageBody>
  );
}
