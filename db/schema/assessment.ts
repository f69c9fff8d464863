import { sql } from "drizzle-orm";
import {
  boolean,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  real,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { ATTEMPT_KINDS, ATTEMPT_STATUSES, EXAM_GRANTS } from "../enums";
import { contentVersions } from "./catalogue";
import { id, instant } from "./columns";
import { persons } from "./identity";
import { learnerEvents } from "./learning";
import { organisations } from "./tenants";

export const attemptStatusEnum = pgEnum("attempt_status", ATTEMPT_STATUSES);
export const attemptKindEnum = pgEnum("attempt_kind", ATTEMPT_KINDS);
export const examGrantEnum = pgEnum("exam_grant", EXAM_GRANTS);

/** One passage through a check, a self-assessment, an exam or a placement, pinned to the version it was opened on. */
export const attempts = pgTable(
  "attempts",
  {
    id: id(),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id),
    personId: uuid("person_id")
      .notNull()
      .references(() => persons.id, { onDelete: "cascade" }),
    kind: attemptKindEnum("kind").notNull().default("check"),
    course: text("course").notNull(),
    activityId: text("activity_id").notNull(),
    contentHash: text("content_hash")
      .notNull()
      .references(() => contentVersions.hash),
    status: attemptStatusEnum("status").notNull().default("open"),
    openedAt: instant("opened_at").notNull(),
    completedAt: instant("completed_at"),
    /** 0–100, once completed; null where nothing is marked. */
    score: integer("score"),
    /** Whether an exam was passed, once completed; null for the other kinds. */
    passed: boolean("passed"),
    /** What an exam or a placement drew, and by what seed (`server/assessment/drawn/schema.ts`). */
    drawn: jsonb("drawn"),
  },
  (table) => [
    uniqueIndex("attempts_one_open")
      .on(table.personId, table.course, table.activityId)
      .where(sql`${table.status} = 'open'`),
    index("attempts_person").on(table.personId, table.course),
  ],
);

/** The graded answers. The unique index decides which of two tabs was first. */
export const answers = pgTable(
  "answers",
  {
    eventId: uuid("event_id")
      .primaryKey()
      .references(() => learnerEvents.id),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id),
    attemptId: uuid("attempt_id")
      .notNull()
      .references(() => attempts.id, { onDelete: "cascade" }),
    questionId: text("question_id").notNull(),
    answer: jsonb("answer").notNull(),
    correct: boolean("correct").notNull(),
    /** 0–1, with partial credit. */
    credit: real("credit").notNull(),
    answeredAt: instant("answered_at").notNull(),
  },
  (table) => [uniqueIndex("answers_once").on(table.attemptId, table.questionId)],
);

/** How a learner sees herself: one step of the scale per statement. While the passage is open she may think again. */
export const ratings = pgTable(
  "ratings",
  {
    attemptId: uuid("attempt_id")
      .notNull()
      .references(() => attempts.id, { onDelete: "cascade" }),
    statementId: text("statement_id").notNull(),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id),
    /** The line of the log that said so last. */
    eventId: uuid("event_id")
      .notNull()
      .references(() => learnerEvents.id),
    /** 1 not yet … 4 well. */
    rating: integer("rating").notNull(),
    ratedAt: instant("rated_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.attemptId, table.statementId] }),
    uniqueIndex("ratings_event").on(table.eventId),
  ],
);

/** What a trainer did for a learner's exam. A line is made once and never changed. */
export const examGrants = pgTable(
  "exam_grants",
  {
    id: id(),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id),
    personId: uuid("person_id")
      .notNull()
      .references(() => persons.id, { onDelete: "cascade" }),
    course: text("course").notNull(),
    kind: examGrantEnum("kind").notNull(),
    /** The exam that was supervised; null for one that may be taken. */
    attemptId: uuid("attempt_id").references(() => attempts.id, { onDelete: "cascade" }),
    grantedBy: uuid("granted_by").references(() => persons.id, { onDelete: "set null" }),
    grantedAt: instant("granted_at").notNull(),
  },
  (table) => [
    index("exam_grants_person").on(table.personId, table.course),
    index("exam_grants_granted_by").on(table.grantedBy),
    uniqueIndex("exam_grants_supervised").on(table.attemptId),
  ],
);
