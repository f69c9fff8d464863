import { index, integer, pgEnum, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { SURPRISE_OUTCOMES } from "../enums";
import { contentVersions } from "./catalogue";
import { id, instant } from "./columns";
import { persons } from "./identity";
import { simulationAttempts } from "./simulation";
import { organisations } from "./tenants";

export const surpriseOutcomeEnum = pgEnum("surprise_outcome", SURPRISE_OUTCOMES);

/** When the next surprise request may come to a learner of a course, and who stopped them. No row: nothing came yet. */
export const surpriseSchedules = pgTable(
  "surprise_schedules",
  {
    personId: uuid("person_id")
      .notNull()
      .references(() => persons.id, { onDelete: "cascade" }),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id),
    course: text("course").notNull(),
    /** Null until the first one came: until then her first whole lesson decides. */
    dueAt: instant("due_at"),
    /** Each of the two stops them and lets them come again; they come when neither has stopped them. */
    stoppedByLearnerAt: instant("stopped_by_learner_at"),
    stoppedByTrainerAt: instant("stopped_by_trainer_at"),
  },
  (table) => [
    primaryKey({ columns: [table.personId, table.course] }),
    index("surprise_schedules_organisation").on(table.organisationId, table.course),
  ],
);

/** A surprise request that was shown to a learner in a lesson, and what she did. Without an outcome: not answered. */
export const surprises = pgTable(
  "surprises",
  {
    id: id(),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id),
    personId: uuid("person_id")
      .notNull()
      .references(() => persons.id, { onDelete: "cascade" }),
    course: text("course").notNull(),
    /** 1 for her first one. Two tabs that would both show the next one meet here. */
    number: integer("number").notNull(),
    scenario: text("scenario").notNull(),
    contentHash: text("content_hash")
      .notNull()
      .references(() => contentVersions.hash),
    /** The lesson in which it came up. */
    lesson: text("lesson").notNull(),
    shownAt: instant("shown_at").notNull(),
    attemptId: uuid("attempt_id").references(() => simulationAttempts.id, { onDelete: "set null" }),
    answeredAt: instant("answered_at"),
    outcome: surpriseOutcomeEnum("outcome"),
  },
  (table) => [
    uniqueIndex("surprises_once").on(table.personId, table.course, table.number),
    uniqueIndex("surprises_attempt").on(table.attemptId),
    index("surprises_organisation").on(table.organisationId, table.course),
  ],
);
