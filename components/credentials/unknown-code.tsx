import type { Locale } from "next-intl";
import { getTranslations } from "next-intl/server";
import { Heading, PageHeader } from "@/components/ui/heading";
import { VerifyForm } from "./verify-form";

/** Says that nothing was issued under a code, what to do, and offers another try. */
export async function UnknownCode({ locale }: { locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "credentials.verify" });
  return (
    <>
      <PageHeader title={t("unknown.title")} lead={t("unknown.body")} />
      <Heading level={2} className="mb-4">
        {t("another")}
      </Heading>
      <VerifyForm locale={locale} />
    </>
  );
}
