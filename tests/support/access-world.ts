import { createHash, randomUUID } from "node:crypto";
import type { Connection } from "@/db/client";
import { insertCertificate } from "@/db/queries/credentials";
import { openSelfAssessment } from "@/server/assessment/self-assessment/writes";
import { openAttempt } from "@/server/assessment/writes";
import { canonicalJson } from "@/server/credentials/rules";
import type { CertificateSnapshot } from "@/server/credentials/schema";
import { findSession } from "@/server/identity/sessions/reads";
import { openSession } from "@/server/identity/sessions/writes";
import { type Actor, ANONYMOUS } from "@/server/kernel/actor";
import { openExam } from "@/server/simulation/exam/writes";
import { openRun } from "@/server/simulation/writes";
import { ACTORS, type AccessWorld, type ActorName } from "./access-actors";
import { contextOf, giveRole, join, makeHouse, makePerson, SYSTEM } from "./factories";
import { makeGraduate } from "./graduates";
import { opening, playing, publishContent } from "./lessons";
import { keepRefresher } from "./refreshers";
import { showSurprise } from "./surprises";

/**
 * Two organisations of one project, every sort of person signed in for real, and one of each thing that is somebody's:
 * a group, an attempt, a run, a certificate. `now` is the instant of everything, for servers that live in real time.
 */
export async function makeAccessWorld(db: Connection, now = new Date()) {
  await publishContent(db);
  const house = await makeHouse(db);
  const { organisationId, cohortId, elsewhereId } = house;
  const learnerId = await makeGraduate(db, house, { firstName: "Odette", familyName: "Vandamme" });
  await giveRole(db, learnerId, "learner", organisationId);
  const neighbourId = await makePerson(db, { firstName: "Simone" });
  await giveRole(db, neighbourId, "learner", organisationId);
  await join(db, { cohortId, organisationId, personId: neighbourId, role: "learner" });
  const doubleId = await makePerson(db, { firstName: "Odette", familyName: "V." });
  await giveRole(db, doubleId, "learner", organisationId);
  await join(db, { cohortId, organisationId, personId: doubleId, role: "learner" });
  const coordinatorElsewhereId = await makePerson(db, { firstName: "Griet" });
  await giveRole(db, coordinatorElsewhereId, "coordinator", elsewhereId);

  const people: Record<Exclude<ActorName, "anonymous">, string> = {
    learner: learnerId,
    neighbour: neighbourId,
    trainer: house.people.trainer,
    colleague: house.people.colleague,
    elsewhere: house.people.outsider,
    coordinator: house.people.coordinator,
    coordinatorElsewhere: coordinatorElsewhereId,
    admin: house.people.admin,
  };
  const tokens: Partial<Record<ActorName, string>> = {};
  const actors: Record<string, Actor> = { anonymous: ANONYMOUS };
  for (const [name, personId] of Object.entries(people)) {
    const { token } = await openSession(contextOf(db, SYSTEM, { now }), {
      personId,
      means: "email-code",
      accessCardId: null,
      device: "other",
      replaces: null,
    });
    // The rights are those of the session, as every request finds them.
    const session = await findSession(db as Parameters<typeof findSession>[0], token, now);
    if (!session) throw new Error(`${name} is not signed in`);
    tokens[name as ActorName] = token;
    actors[name] = session.actor;
  }
  const learner = actors.learner;
  if (learner?.kind !== "person") throw new Error("the learner is nobody");
  const her = contextOf(db, learner, { now });
  const { attemptId } = await openAttempt(her, opening);
  const { attemptId: passageId } = await openSelfAssessment(her, { course: "itsme-eid", locale: "fr" });
  const { attemptId: examId } = await openExam(her, { course: "itsme-eid", locale: "fr" });
  const { attemptId: runId } = await openRun(her, playing);
  const surpriseId = await showSurprise(db, { personId: learnerId, organisationId, now });
  const refresherId = await keepRefresher(db, { personId: learnerId, organisationId, now }, "question");
  const dayBefore = new Date(now.getTime() - 86_400_000);
  const simulationRefresherId = await keepRefresher(
    db,
    { personId: learnerId, organisationId, now: dayBefore },
    "simulation",
  );
  const certificate = await keepCertificate(db, { organisationId, cohortId, personId: learnerId, now });
  const world: AccessWorld = {
    organisationId,
    projectId: house.projectId,
    cohortId,
    learnerId,
    doubleId,
    learnerSessionId: learner.sessionId,
    attemptId,
    passageId,
    examId,
    runId,
    surpriseId,
    refresherId,
    simulationRefresherId,
    ...certificate,
    now,
  };
  return { world, actors: actors as Record<ActorName, Actor>, tokens, names: ACTORS };
}

/** Keeps a certificate of the course as issuing leaves it behind, without anything proved. */
export async function keepCertificate(
  db: Connection,
  place: { organisationId: string; cohortId: string; personId: string; now: Date },
) {
  const signs = randomUUID().replaceAll("-", "").slice(0, 12).toUpperCase();
  const snapshot: CertificateSnapshot = {
    v: 1,
    code: signs.replace(/(.{4})(?=.)/g, "$1-"),
    locale: "fr",
    holder: "Odette Vandamme",
    course: { id: "itsme-eid", title: "Mon identité en ligne" },
    organisation: "Maison d’essai",
    practiceHours: 1.5,
    competences: [
      {
        code: "2.6",
        title: "Gérer son identité numérique",
        level: 1,
        band: "de base",
        assistance: "alone",
        provedOn: "2026-11-20",
      },
    ],
    issuedOn: "2026-11-22",
    project: { grantNumber: "TEST", statement: "Cofinancé.", disclaimer: "Les avis…", grant: "TEST" },
  };
  const certificateId = randomUUID();
  const { now, ...holder } = place;
  await insertCertificate(db, {
    ...holder,
    id: certificateId,
    course: snapshot.course.id,
    code: snapshot.code,
    snapshot,
    snapshotHash: createHash("sha256").update(canonicalJson(snapshot)).digest("hex"),
    issuedAt: now,
  });
  return { certificateId, certificateCode: snapshot.code };
}
