import {
  date,
  doublePrecision,
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
import { REFRESHER_KINDS } from "../enums";
import { contentVersions } from "./catalogue";
import { id, instant } from "./columns";
import { persons } from "./identity";
import { simulationAttempts } from "./simulation";
import { organisations } from "./tenants";

export const refresherKindEnum = pgEnum("refresher_kind", REFRESHER_KINDS);

/** Read model: when a competence of a learner comes back. Rebuilt from `learner_events` by `npm run rebuild`. */
export const refresherSchedules = pgTable(
  "refresher_schedules",
  {
    personId: uuid("person_id")
      .notNull()
      .references(() => persons.id, { onDelete: "cascade" }),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id),
    course: text("course").notNull(),
    /** DigComp 3.0 code. */
    competence: text("competence").notNull(),
    /** Days in Brussels. */
    dueOn: date("due_on").notNull(),
    reviewedOn: date("reviewed_on").notNull(),
    /** How often it was recalled, the first success included. */
    reviews: integer("reviews").notNull(),
    /** What ts-fsrs knows of it: days until recall falls to 90 %, and 1 (easy) to 10 (hard). */
    stability: doublePrecision("stability").notNull(),
    difficulty: doublePrecision("difficulty").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.personId, table.course, table.competence] }),
    index("refresher_schedules_organisation").on(table.organisationId, table.course),
  ],
);

/** Who stopped the refreshers of a learner in a course. No row: nobody did. */
export const refresherSwitches = pgTable(
  "refresher_switches",
  {
    personId: uuid("person_id")
      .notNull()
      .references(() => persons.id, { onDelete: "cascade" }),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id),
    course: text("course").notNull(),
    /** Each of the two stops them and lets them come again; they come when neither has stopped them. */
    stoppedByLearnerAt: instant("stopped_by_learner_at"),
    stoppedByTrainerAt: instant("stopped_by_trainer_at"),
  },
  (table) => [
    primaryKey({ columns: [table.personId, table.course] }),
    index("refresher_switches_organisation").on(table.organisationId, table.course),
  ],
);

/** A refresher that was opened: one question or one simulation, one a day at most, and how it went. */
export const refreshers = pgTable(
  "refreshers",
  {
    id: id(),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id),
    personId: uuid("person_id")
      .notNull()
      .references(() => persons.id, { onDelete: "cascade" }),
    course: text("course").notNull(),
    /** The day in Brussels it was opened. Two devices that would open two meet here. */
    day: date("day").notNull(),
    /** The competence that was due. */
    competence: text("competence").notNull(),
    kind: refresherKindEnum("kind").notNull(),
    lesson: text("lesson").notNull(),
    /** Id of the question, or name of the simulation. */
    item: text("item").notNull(),
    /** The variant of the simulation; null for a question. */
    variant: text("variant"),
    contentHash: text("content_hash")
      .notNull()
      .references(() => contentVersions.hash),
    takenAt: instant("taken_at").notNull(),
    /** The run of a simulation, once it was begun. */
    attemptId: uuid("attempt_id").references(() => simulationAttempts.id, { onDelete: "set null" }),
    /** The answer to a question. That there is one only is decided by `learner_events_attempt_seq`. */
    answer: jsonb("answer"),
    answeredAt: instant("answered_at"),
    /** 0–100, once answered. */
    score: integer("score"),
  },
  (table) => [
    uniqueIndex("refreshers_one_a_day").on(table.personId, table.course, table.day),
    uniqueIndex("refreshers_attempt").on(table.attemptId),
    index("refreshers_organisation").on(table.organisationId, table.course),
  ],
);
