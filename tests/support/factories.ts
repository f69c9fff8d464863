import { createHmac, randomBytes, randomInt, randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Connection } from "@/db/client";
import type { CohortRole, Role } from "@/db/enums";
import { insertCohort, insertMemberships } from "@/db/queries/cohorts";
import { insertPerson, insertRoleAssignment } from "@/db/queries/identity";
import { insertOrganisation, insertProject, insertProjectPartners } from "@/db/queries/organisations";
import { roleAssignments } from "@/db/schema/identity";
import { cohortMemberships, cohorts } from "@/db/schema/organisations";
import type { Actor } from "@/server/kernel/actor";
import type { Mail, Ports, ServiceContext } from "@/server/kernel/context";

/** The instant at which the tests happen, unless they say otherwise: a Sunday, eleven o'clock in Brussels. */
export const TEST_NOW = new Date("2026-11-22T10:00:00Z");

/** Ports that keep mail in `sent` and print nothing. */
export function fakePorts(sent: Mail[] = []): Ports {
  return {
    mail: {
      async send(mail) {
        sent.push(mail);
      },
    },
    secrets: { hash: (kind, secret) => createHmac("sha256", `test ${kind}`).update(secret).digest() },
    random: { integer: (below) => randomInt(below), token: () => randomBytes(32).toString("base64url") },
    pdf: new Proxy({} as Ports["pdf"], {
      get() {
        throw new Error("this test did not expect paper");
      },
    }),
    workbench: null,
    appUrl: "http://localhost:3000",
  };
}

/** A service context for an actor; `change` replaces parts of it. */
export function contextOf(
  db: Connection,
  actor: Actor,
  change: Partial<ServiceContext> = {},
): ServiceContext {
  return {
    actor,
    db,
    now: TEST_NOW,
    locale: "fr",
    newId: randomUUID,
    ports: fakePorts(),
    clientAddress: null,
    ...change,
  };
}

export const SYSTEM: Actor = { kind: "system", name: "test" };
export const ANYBODY: Actor = { kind: "anonymous" };

let counter = 0;
const nextNumber = () => {
  counter += 1;
  return counter;
};

/** An organisation of its own, so that suites do not see each other. */
export async function makeOrganisation(db: Connection, change: { name?: string } = {}): Promise<string> {
  const id = randomUUID();
  const name = change.name ?? `Organisation ${nextNumber()} ${id.slice(0, 8)}`;
  await insertOrganisation(db, { id, name, country: "BE", phone: "02 555 00 01", createdAt: TEST_NOW });
  return id;
}

export async function makeProject(
  db: Connection,
  partners: readonly { organisationId: string; role: "coordinator" | "partner" }[],
): Promise<string> {
  const id = randomUUID();
  await insertProject(db, {
    id,
    grantNumber: `TEST-${id}`,
    title: "Projet d’essai",
    call: "2023",
    agency: { fr: "agence", nl: "agentschap", de: "Agentur", en: "agency" },
    startsOn: "2026-01-01",
    endsOn: null,
    createdAt: TEST_NOW,
  });
  await insertProjectPartners(
    db,
    partners.map((partner) => ({ ...partner, projectId: id })),
  );
  return id;
}

export async function makePerson(
  db: Connection,
  change: { firstName?: string; familyName?: string | null; email?: string; phone?: string } = {},
): Promise<string> {
  const id = randomUUID();
  await insertPerson(db, {
    id,
    firstName: "Lucie",
    familyName: `Essai ${nextNumber()}`,
    locale: "fr",
    createdAt: TEST_NOW,
    ...change,
  });
  return id;
}

export async function giveRole(
  db: Connection,
  personId: string,
  role: Role,
  organisationId: string | null,
): Promise<void> {
  await insertRoleAssignment(db, { id: randomUUID(), personId, role, organisationId, assignedAt: TEST_NOW });
}

export async function makeCohort(
  db: Connection,
  params: { organisationId: string; projectId: string; name?: string },
): Promise<string> {
  const id = randomUUID();
  await insertCohort(db, {
    id,
    organisationId: params.organisationId,
    projectId: params.projectId,
    name: params.name ?? `Groupe ${nextNumber()}`,
    course: "itsme-eid",
    locale: "fr",
    startsOn: "2026-11-01",
    endsOn: null,
    createdAt: TEST_NOW,
  });
  return id;
}

export async function join(
  db: Connection,
  place: { cohortId: string; organisationId: string; personId: string; role: CohortRole; joinedAt?: Date },
): Promise<void> {
  await insertMemberships(db, [{ id: randomUUID(), ...place, joinedAt: place.joinedAt ?? TEST_NOW }]);
}

/** A person as the session would make her: her roles and active places, read from the database. */
export async function actorOf(db: Connection, personId: string): Promise<Actor> {
  const [roles, places] = await Promise.all([
    db.select().from(roleAssignments).where(eq(roleAssignments.personId, personId)),
    db
      .select()
      .from(cohortMemberships)
      .innerJoin(cohorts, eq(cohorts.id, cohortMemberships.cohortId))
      .where(eq(cohortMemberships.personId, personId)),
  ]);
  return {
    kind: "person",
    personId,
    sessionId: randomUUID(),
    roles: roles.map(({ role, organisationId }) => ({ role, organisationId })),
    memberships: places
      .filter((place) => place.cohort_memberships.leftAt === null)
      .map((place) => ({
        cohortId: place.cohorts.id,
        organisationId: place.cohorts.organisationId,
        course: place.cohorts.course,
        role: place.cohort_memberships.role,
      })),
  };
}

/**
 * One organisation with a project, a group, and one person of each sort: the people every write is tried as.
 * `outsider` teaches another group of another organisation.
 */
export async function makeHouse(db: Connection) {
  const [organisationId, elsewhereId] = [await makeOrganisation(db), await makeOrganisation(db)];
  const projectId = await makeProject(db, [
    { organisationId, role: "coordinator" },
    { organisationId: elsewhereId, role: "partner" },
  ]);
  const cohortId = await makeCohort(db, { organisationId, projectId });
  const besideId = await makeCohort(db, { organisationId, projectId });
  const farId = await makeCohort(db, { organisationId: elsewhereId, projectId });
  const cast = {
    learner: await makePerson(db, { firstName: "Lucie" }),
    trainer: await makePerson(db, { firstName: "Nadia" }),
    colleague: await makePerson(db, { firstName: "Omar" }),
    outsider: await makePerson(db, { firstName: "Piet" }),
    coordinator: await makePerson(db, { firstName: "Claire" }),
    admin: await makePerson(db, { firstName: "Ada" }),
  };
  await giveRole(db, cast.learner, "learner", organisationId);
  await giveRole(db, cast.trainer, "trainer", organisationId);
  await giveRole(db, cast.colleague, "trainer", organisationId);
  await giveRole(db, cast.outsider, "trainer", elsewhereId);
  await giveRole(db, cast.coordinator, "coordinator", organisationId);
  await giveRole(db, cast.admin, "admin", null);
  await join(db, { cohortId, organisationId, personId: cast.learner, role: "learner" });
  await join(db, { cohortId, organisationId, personId: cast.trainer, role: "trainer" });
  await join(db, { cohortId: besideId, organisationId, personId: cast.colleague, role: "trainer" });
  await join(db, { cohortId: farId, organisationId: elsewhereId, personId: cast.outsider, role: "trainer" });
  const actors = {
    anonymous: ANYBODY,
    learner: await actorOf(db, cast.learner),
    trainer: await actorOf(db, cast.trainer),
    colleague: await actorOf(db, cast.colleague),
    outsider: await actorOf(db, cast.outsider),
    coordinator: await actorOf(db, cast.coordinator),
    admin: await actorOf(db, cast.admin),
  };
  return { organisationId, elsewhereId, projectId, cohortId, besideId, farId, people: cast, actors };
}

export type House = Awaited<ReturnType<typeof makeHouse>>;

/** What a call was refused with: its code and field keys; "done" when it was not refused. */
export async function refusalOf(call: () => Promise<unknown>): Promise<unknown> {
  try {
    await call();
    return "done";
  } catch (error) {
    if (error instanceof Error && "code" in error && "detail" in error) {
      const { fields, reason } = error.detail as { fields?: Record<string, string>; reason?: string };
      if (fields) return { code: error.code, fields };
      return reason ? { code: error.code, reason } : error.code;
    }
    throw error;
  }
}
