import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { KnownLearner } from "@/server/organisations/cohorts/schema";

/** Learners with their groups, and something to do beside each. */
export function LearnerLines({
  learners,
  action,
}: {
  learners: readonly KnownLearner[];
  action: (learner: KnownLearner) => ReactNode;
}) {
  const t = useTranslations("organisations.knownLearners");
  return (
    <ul className="mt-3 grid gap-3">
      {learners.map((learner) => (
        <li
          key={learner.personId}
          className="flex flex-wrap items-center justify-between gap-3 rounded-md border-2 border-border-soft bg-raised p-4"
        >
          <span className="min-w-0">
            <span className="block font-bold">
              {[learner.firstName, learner.familyName].filter(Boolean).join(" ")}
            </span>
            <span className="block text-ink-soft">
              {learner.groups.length > 0
                ? t("groups", { count: learner.groups.length, names: learner.groups.join(", ") })
                : t("noGroup")}
            </span>
          </span>
          {action(learner)}
        </li>
      ))}
    </ul>
  );
}
