import { sql } from "drizzle-orm";
import { index, integer, pgEnum, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { SIMULATION_MODES, SIMULATION_OUTCOMES, SIMULATION_TIMERS } from "../enums";
import { attemptStatusEnum, attempts } from "./assessment";
import { contentVersions } from "./catalogue";
import { id, instant } from "./columns";
import { persons } from "./identity";
import { assistanceEnum } from "./learning";
import { organisations } from "./tenants";

export const simulationModeEnum = pgEnum("simulation_mode", SIMULATION_MODES);
export const simulationTimerEnum = pgEnum("simulation_timer", SIMULATION_TIMERS);
export const simulationOutcomeEnum = pgEnum("simulation_outcome", SIMULATION_OUTCOMES);

/** One run of a scenario. Its moves are learner events; every figure here comes from replaying them on the server. */
export const simulationAttempts = pgTable(
  "simulation_attempts",
  {
    id: id(),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id),
    personId: uuid("person_id")
      .notNull()
      .references(() => persons.id, { onDelete: "cascade" }),
    course: text("course").notNull(),
    activityId: text("activity_id").notNull(),
    contentHash: text("content_hash")
      .notNull()
      .references(() => contentVersions.hash),
    /** The exam it is part of; its verdict and its proof wait for the end of that. */
    examId: uuid("exam_id").references(() => attempts.id, { onDelete: "set null" }),
    mode: simulationModeEnum("mode").notNull(),
    timer: simulationTimerEnum("timer").notNull(),
    variant: text("variant").notNull(),
    seed: text("seed").notNull(),
    status: attemptStatusEnum("status").notNull().default("open"),
    startedAt: instant("started_at").notNull(),
    completedAt: instant("completed_at"),
    outcome: simulationOutcomeEnum("outcome"),
    assistance: assistanceEnum("assistance"),
    /** 0–100, once completed. */
    score: integer("score"),
    hintsUsed: integer("hints_used"),
    mistakes: integer("mistakes"),
    criticalMistakes: integer("critical_mistakes"),
    /** How often she said yes to a request of somebody else; null where the run gave no occasion, or never showed it. */
    falseAccepts: integer("false_accepts"),
    /** How often she said no to her own request; null as above. */
    falseRefuses: integer("false_refuses"),
    activeSeconds: integer("active_seconds"),
  },
  (table) => [
    uniqueIndex("simulation_attempts_one_open")
      .on(table.personId, table.course, table.activityId)
      .where(sql`${table.status} = 'open'`),
    uniqueIndex("simulation_attempts_exam").on(table.examId, table.activityId),
    index("simulation_attempts_person").on(table.personId, table.course),
  ],
);
