"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { trpc } from "@/components/providers/trpc-client";
import { Button } from "@/components/ui/button";
import type { KnownLearner } from "@/server/organisations/cohorts/schema";
import { type FinderTools, LearnerFinder } from "./learner-finder";

const fullName = (name: { firstName: string; familyName: string | null }) =>
  [name.firstName, name.familyName].filter(Boolean).join(" ");

/** Looks for somebody whom the organisation knows already, and takes her into the group. */
export function KnownLearnerSearch({ cohortId }: { cohortId: string }) {
  const t = useTranslations("organisations.knownLearners");
  const [added, setAdded] = useState<readonly string[]>([]);

  async function add(learner: KnownLearner, { submit, announce }: FinderTools) {
    const { personId } = learner;
    const answer = await submit(() => trpc.organisations.addKnownLearner.mutate({ cohortId, personId }));
    if (!answer) return;
    setAdded((before) => [...before, personId]);
    announce(t("added", { name: fullName(learner) }));
  }

  return (
    <LearnerFinder
      id="known-learner"
      find={(search) => trpc.organisations.listKnownLearners.query({ cohortId, search })}
      action={(learner, tools) =>
        added.includes(learner.personId) ? (
          <span className="font-bold text-success">{t("isIn")}</span>
        ) : (
          <Button size="regular" aria-disabled={tools.isWorking} onClick={() => void add(learner, tools)}>
            <span aria-hidden="true">{t("add")}</span>
            <span className="sr-only">{t("addNamed", { name: fullName(learner) })}</span>
          </Button>
        )
      }
    />
  );
}
