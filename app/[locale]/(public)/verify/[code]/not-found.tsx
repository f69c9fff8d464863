import { getLocale, getTranslations } from "next-intl/server";
import { VerifyForm } from "@/components/credentials/verify-form";
import { PageBody } from "@/components/layout/page-body";
import { Heading, PageHeader } from "@/components/ui/heading";

/** No certificate was issued under this code. */
export default async function UnknownCodePage() {
  const locale = await getLocale();
  const t = await getTranslations({ locale, namespace: "credentials.verify" });
  return (
    <PageBody narrow>
      <PageHeader title={t("unknown.title")} lead={t("unknown.body")} />
      <Heading level={2} className="mb-4">
        {t("another")}
      </Heading>
      <VerifyForm locale={locale} />
    </PageBody>
  );
}
