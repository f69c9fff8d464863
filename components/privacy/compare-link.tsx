import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import type { KnownLearner } from "@/server/organisations/cohorts/schema";

/** Leads from a name to the page that shows her beside the other one; the first of the two is only chosen. */
export function CompareLink({
  learner,
  href,
  isFirst = false,
}: {
  learner: KnownLearner;
  href: string;
  isFirst?: boolean;
}) {
  const t = useTranslations("organisations.merge");
  const name = [learner.firstName, learner.familyName].filter(Boolean).join(" ");
  return (
    <ButtonLink href={href.replace(":id", learner.personId)} tone="secondary" size="regular">
      <span aria-hidden="true">{t(isFirst ? "choose" : "compare")}</span>
      <span className="sr-only">{t(isFirst ? "chooseNamed" : "compareNamed", { name })}</span>
    </ButtonLink>
  );
}
