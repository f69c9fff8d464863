import { InPathLanguage } from "@/components/credentials/in-path-language";
import { UnknownCode } from "@/components/credentials/unknown-code";
import { PageBody } from "@/components/layout/page-body";
import { LOCALES } from "@/db/enums";

/** No certificate was issued under this code. */
export default function UnknownCodePage() {
  const versions = Object.fromEntries(
    LOCALES.map((locale) => [locale, <UnknownCode key={locale} locale={locale} />]),
  );
  return (
    <PageBody narrow>
      <InPathLanguage versions={versions} />
    </PageBody>
  );
}
