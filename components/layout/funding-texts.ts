import { getTranslations } from "next-intl/server";
import type { EuFundingProps } from "@/components/ui/eu-funding";
import type { Locale } from "@/db/enums";

/** What the grant says about a project. A second project brings its own. */
export type FundedProject = {
  grantNumber: string;
  /** The granting agency as the grant agreement writes it; the layout texts name the default one. */
  agency?: string;
};

const FIRST_PROJECT: FundedProject = { grantNumber: "2023-1-BE01-KA210-ADU-000153530" };

/** The European statement, disclaimer and grant line of a project, in one language. */
export async function getFundingTexts(
  locale: Locale,
  project: FundedProject = FIRST_PROJECT,
): Promise<EuFundingProps> {
  const t = await getTranslations({ locale, namespace: "layout.funding" });
  return {
    statement: t("statement"),
    disclaimer: t("disclaimer", { agency: project.agency ?? t("agency") }),
    grant: t("grant", { number: project.grantNumber }),
  };
}
