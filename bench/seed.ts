import { createHash, randomBytes, randomUUID } from "node:crypto";
import type { PgTable } from "drizzle-orm/pg-core";
import { closeDatabase, createDatabase, type Database } from "@/db/client";
import type { Role } from "@/db/enums";
import { answers, attempts } from "@/db/schema/assessment";
import { accessCards, persons, roleAssignments, sessions } from "@/db/schema/identity";
import { activityProgress, learnerEvents, timeLedger } from "@/db/schema/learning";
import { cohortMemberships, cohorts, projectPartners, projects } from "@/db/schema/organisations";
import { evidence } from "@/db/schema/passport";
import { simulationAttempts } from "@/db/schema/simulation";
import { organisations } from "@/db/schema/tenants";
import { COURSE, type History, historyOf } from "./histories";

const ORGANISATIONS = 10;
const ROWS_AT_ONCE = 1000;
const DAY_MS = 86_400_000;

/** Somebody signed in: the value of the session cookie, and whose it is. */
export type SignedIn = { personId: string; organisationId: string; cohortId: string; token: string };
export type Group = { cohortId: string; learners: SignedIn[]; trainer: SignedIn };
export type Seeded = { groups: Group[]; groupOf30: Group; groupOf300: Group; rows: Record<string, number> };

type Rows = {
  organisations: (typeof organisations.$inferInsert)[];
  persons: (typeof persons.$inferInsert)[];
  roles: (typeof roleAssignments.$inferInsert)[];
  cards: (typeof accessCards.$inferInsert)[];
  sessions: (typeof sessions.$inferInsert)[];
  cohorts: (typeof cohorts.$inferInsert)[];
  memberships: (typeof cohortMemberships.$inferInsert)[];
};

/**
 * Fills a migrated database that has its content with 50 groups of 20 learners, one group of 30 and one of 300, all
 * with a past and signed in. Rows go straight into the tables: a thousand learners through the services would take
 * longer than the measurements.
 */
export async function seed(databaseUrl: string): Promise<Seeded> {
  const now = new Date();
  const made = makePeople(now);
  const everybody = [...made.groups, made.groupOf30, made.groupOf300].flatMap((group) => group.learners);
  const histories = everybody.map(({ personId, organisationId }, index) =>
    historyOf({ personId, organisationId }, index, now),
  );
  const of = <Key extends keyof History>(key: Key) =>
    histories.flatMap((history) => history[key] as History[Key][number][]);
  const database = createDatabase(databaseUrl, { max: 1 });
  try {
    await insertPeople(database, made.rows, now);
    await insertAll(database, learnerEvents, of("events"));
    await insertAll(database, attempts, of("attempts"));
    await insertAll(database, answers, of("answers"));
    await insertAll(database, simulationAttempts, of("runs"));
    await insertAll(database, evidence, of("evidence"));
    await insertAll(database, activityProgress, of("progress"));
    await insertAll(database, timeLedger, of("ledger"));
    await database.$client`analyze`;
  } finally {
    await closeDatabase(database);
  }
  const { groups, groupOf30, groupOf300 } = made;
  const rows = { learners: everybody.length, events: of("events").length, evidence: of("evidence").length };
  return { groups, groupOf30, groupOf300, rows };
}

async function insertAll<Table extends PgTable>(
  database: Database,
  table: Table,
  rows: Table["$inferInsert"][],
) {
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    await database.insert(table).values(rows.slice(from, from + ROWS_AT_ONCE));
  }
}

async function insertPeople(database: Database, rows: Rows, now: Date): Promise<void> {
  await insertAll(database, organisations, rows.organisations);
  const projectId = randomUUID();
  await database.insert(projects).values({
    id: projectId,
    grantNumber: "BENCH-1",
    title: "Bench",
    call: "2026",
    agency: { fr: "agence", nl: "agentschap", de: "Agentur", en: "agency" },
    createdAt: now,
  });
  await insertAll(
    database,
    projectPartners,
    rows.organisations.map(({ id }, index) => ({
      projectId,
      organisationId: id,
      role: index === 0 ? ("coordinator" as const) : ("partner" as const),
    })),
  );
  await insertAll(database, persons, rows.persons);
  await insertAll(database, roleAssignments, rows.roles);
  await insertAll(database, accessCards, rows.cards);
  await insertAll(database, sessions, rows.sessions);
  await insertAll(
    database,
    cohorts,
    rows.cohorts.map((cohort) => ({ ...cohort, projectId })),
  );
  await insertAll(database, cohortMemberships, rows.memberships);
}

function makePeople(now: Date) {
  const joinedAt = new Date(now.getTime() - 30 * DAY_MS);
  const rows: Rows = {
    organisations: [],
    persons: [],
    roles: [],
    cards: [],
    sessions: [],
    cohorts: [],
    memberships: [],
  };
  for (let index = 0; index < ORGANISATIONS; index++) {
    rows.organisations.push({
      id: randomUUID(),
      name: `Organisation ${index + 1}`,
      country: "BE",
      phone: "+32 2 000 00 10",
      createdAt: joinedAt,
    });
  }

  function signIn(person: {
    personId: string;
    role: Role;
    organisationId: string;
    cohortId: string;
  }): SignedIn {
    const { role, ...rest } = person;
    const token = randomBytes(32).toString("base64url");
    const isLearner = role === "learner";
    const card = isLearner ? randomUUID() : null;
    if (card) {
      rows.cards.push({
        id: card,
        organisationId: person.organisationId,
        personId: person.personId,
        codeHash: randomBytes(32),
        picturesHash: randomBytes(32),
        issuedAt: joinedAt,
      });
    }
    rows.sessions.push({
      id: randomUUID(),
      tokenHash: createHash("sha256").update(token).digest(),
      personId: person.personId,
      means: isLearner ? "access-card" : "email-code",
      accessCardId: card,
      device: "android-tablet",
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + DAY_MS),
    });
    return { ...rest, token };
  }

  function join(role: "learner" | "trainer", organisationId: string, cohortId: string): SignedIn {
    const personId = randomUUID();
    const number = rows.persons.length + 1;
    rows.persons.push({
      id: personId,
      firstName: role === "learner" ? "Prénom" : "Formatrice",
      familyName: `Nom ${String(number).padStart(5, "0")}`,
      email: role === "learner" ? null : `trainer-${number}@bench.example`,
      phone: "+32 470 00 00 01",
      createdAt: joinedAt,
    });
    rows.roles.push({ id: randomUUID(), personId, role, organisationId, assignedAt: joinedAt });
    rows.memberships.push({ id: randomUUID(), organisationId, cohortId, personId, role, joinedAt });
    return signIn({ personId, role, organisationId, cohortId });
  }

  function makeGroup(size: number): Group {
    const index = rows.cohorts.length;
    const organisationId = rows.organisations[index % ORGANISATIONS]?.id ?? "";
    const cohortId = randomUUID();
    rows.cohorts.push({
      id: cohortId,
      organisationId,
      projectId: "",
      name: `Groupe ${index + 1}`,
      course: COURSE,
      locale: "fr",
      startsOn: joinedAt.toISOString().slice(0, 10),
      createdAt: joinedAt,
    });
    const trainer = join("trainer", organisationId, cohortId);
    const learners = Array.from({ length: size }, () => join("learner", organisationId, cohortId));
    return { cohortId, learners, trainer };
  }

  const groups = Array.from({ length: 50 }, () => makeGroup(20));
  return { rows, groups, groupOf30: makeGroup(30), groupOf300: makeGroup(300) };
}
