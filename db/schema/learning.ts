import { sql } from "drizzle-orm";
import {
  bigserial,
  date,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { ASSISTANCE, LEARNER_EVENT_KINDS } from "../enums";
import { contentVersions } from "./catalogue";
import { id, instant } from "./columns";
import { persons } from "./identity";
import { organisations } from "./tenants";

export const learnerEventKindEnum = pgEnum("learner_event_kind", LEARNER_EVENT_KINDS);
export const assistanceEnum = pgEnum("assistance", ASSISTANCE);

/**
 * What learners did, one row per action, append-only (a trigger refuses updates).
 * The id is made in the browser, so a repeated delivery is recognised; everything else is derived from here.
 */
export const learnerEvents = pgTable(
  "learner_events",
  {
    id: id(),
    /** Total order of recording, for replay and rebuilding. */
    position: bigserial("position", { mode: "number" }).notNull(),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id),
    personId: uuid("person_id")
      .notNull()
      .references(() => persons.id),
    kind: learnerEventKindEnum("kind").notNull(),
    course: text("course").notNull(),
    activityId: text("activity_id").notNull(),
    contentHash: text("content_hash")
      .notNull()
      .references(() => contentVersions.hash),
    attemptId: uuid("attempt_id"),
    /** Order inside the attempt, from 0. */
    seq: integer("seq"),
    payload: jsonb("payload").notNull(),
    /** When the browser says it happened, never later than `recorded_at`. */
    occurredAt: instant("occurred_at").notNull(),
    recordedAt: instant("recorded_at").notNull(),
  },
  (table) => [
    uniqueIndex("learner_events_attempt_seq")
      .on(table.attemptId, table.seq)
      .where(sql`${table.attemptId} is not null`),
    index("learner_events_person").on(table.personId, table.position),
    uniqueIndex("learner_events_position").on(table.position),
  ],
);

/** Read model: where a learner is in one activity. Rebuilt from `learner_events` by `npm run rebuild`. */
export const activityProgress = pgTable(
  "activity_progress",
  {
    personId: uuid("person_id")
      .notNull()
      .references(() => persons.id, { onDelete: "cascade" }),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id),
    course: text("course").notNull(),
    lesson: text("lesson").notNull(),
    activityId: text("activity_id").notNull(),
    /** Step reached: a lesson step, a question or a simulation step, by its id. */
    stepId: text("step_id").notNull(),
    stepNumber: integer("step_number").notNull(),
    stepCount: integer("step_count").notNull(),
    /** Ids of the steps done so far in the current passage. */
    doneSteps: text("done_steps").array().notNull(),
    /** Wrong answers or moves on this very step since it was reached. */
    triesOnStep: integer("tries_on_step").notNull().default(0),
    stepSince: instant("step_since").notNull(),
    startedAt: instant("started_at").notNull(),
    lastEventAt: instant("last_event_at").notNull(),
    completedAt: instant("completed_at"),
    /** Best result so far, 0–100; null for reading. */
    bestScore: integer("best_score"),
    lastScore: integer("last_score"),
  },
  (table) => [
    primaryKey({ columns: [table.personId, table.course, table.activityId] }),
    index("activity_progress_organisation").on(table.organisationId, table.course),
  ],
);

/** The one time ledger: active seconds per person, course and day (idle cut-off 3 minutes). */
export const timeLedger = pgTable(
  "time_ledger",
  {
    personId: uuid("person_id")
      .notNull()
      .references(() => persons.id, { onDelete: "cascade" }),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id),
    course: text("course").notNull(),
    day: date("day").notNull(),
    activeSeconds: integer("active_seconds").notNull(),
    lastEventAt: instant("last_event_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.personId, table.course, table.day] }),
    index("time_ledger_organisation").on(table.organisationId, table.day),
  ],
);
