"use client";

import { LearnerFinder } from "@/components/organisations/learner-finder";
import { trpc } from "@/components/providers/trpc-client";
import { CompareLink } from "./compare-link";

/**
 * Looks for a learner by name, to look at her beside another one.
 *
 * @param personId whom one has already; undefined when one looks for the first of the two
 * @param href where each name leads, with ":id" for the one found
 */
export function DoubleFinder({ personId, href }: { personId?: string; href: string }) {
  return (
    <LearnerFinder
      id="double"
      find={(search) => trpc.privacy.findDoubles.query({ personId, search })}
      action={(learner) => <CompareLink learner={learner} href={href} isFirst={personId === undefined} />}
    />
  );
}
