import { describe, expect, it } from "vitest";
import type { Role } from "@/db/enums";
import {
  canExportCertificate,
  canIssueCertificate,
  canRevokeCertificate,
  canSeeCohortCertificates,
  canSeeOwnCertificates,
  canVerifyCertificate,
} from "@/server/credentials/policy";
import type { Actor } from "@/server/kernel/actor";

const person = (personId: string, role: Role, organisationId: string | null, teaches?: string): Actor => ({
  kind: "person",
  personId,
  sessionId: "session",
  roles: [{ role, organisationId }],
  memberships: teaches
    ? [{ cohortId: teaches, organisationId: organisationId ?? "", course: "itsme-eid", role: "trainer" }]
    : [],
});

const actors = {
  anonymous: { kind: "anonymous" },
  system: { kind: "system", name: "test" },
  holder: person("holder", "learner", "house"),
  learner: person("other", "learner", "house"),
  trainer: person("trainer", "trainer", "house", "cohort"),
  colleague: person("colleague", "trainer", "house", "beside"),
  outsider: person("outsider", "trainer", "elsewhere", "far"),
  coordinator: person("coordinator", "coordinator", "house"),
  otherCoordinator: person("other-coordinator", "coordinator", "elsewhere"),
  admin: person("admin", "admin", null),
} satisfies Record<string, Actor>;

const certificate = { personId: "holder", cohortId: "cohort", organisationId: "house" };

describe("who may", () => {
  it.each<[string, (actor: Actor) => boolean, (keyof typeof actors)[]]>([
    [
      "see a cohort's certificates",
      (actor) => canSeeCohortCertificates(actor, { id: "cohort" }),
      ["trainer"],
    ],
    [
      "issue to a learner of the cohort",
      (actor) => canIssueCertificate(actor, { id: "cohort", isMember: true }),
      ["trainer"],
    ],
    [
      "issue to somebody who is not in it",
      (actor) => canIssueCertificate(actor, { id: "cohort", isMember: false }),
      [],
    ],
    ["revoke", (actor) => canRevokeCertificate(actor, certificate), ["trainer", "coordinator", "admin"]],
    ["download one", (actor) => canExportCertificate(actor, certificate), ["holder", "trainer"]],
    [
      "download one whose holder was erased",
      (actor) => canExportCertificate(actor, { personId: null, cohortId: "cohort" }),
      ["trainer"],
    ],
    [
      "see their own",
      canSeeOwnCertificates,
      ["holder", "learner", "trainer", "colleague", "outsider", "coordinator", "otherCoordinator", "admin"],
    ],
    ["verify", canVerifyCertificate, Object.keys(actors) as (keyof typeof actors)[]],
  ])("%s", (_name, may, allowed) => {
    const names = Object.keys(actors) as (keyof typeof actors)[];
    expect(names.filter((name) => may(actors[name]))).toEqual(names.filter((name) => allowed.includes(name)));
  });
});
