import { index, integer, pgEnum, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { EVIDENCE_SOURCES } from "../enums";
import { contentVersions } from "./catalogue";
import { id, instant } from "./columns";
import { persons } from "./identity";
import { assistanceEnum } from "./learning";
import { organisations } from "./tenants";

export const evidenceSourceEnum = pgEnum("evidence_source", EVIDENCE_SOURCES);

/** One proof of one competence. Append-only: a trainer adds lines beside what was measured, never over it. */
export const evidence = pgTable(
  "evidence",
  {
    id: id(),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id),
    personId: uuid("person_id")
      .notNull()
      .references(() => persons.id),
    /** DigComp 3.0 code, such as "2.6". */
    competence: text("competence").notNull(),
    source: evidenceSourceEnum("source").notNull(),
    /** The attempt, or the trainer's own line, that this proof comes from. */
    sourceId: uuid("source_id").notNull(),
    course: text("course").notNull(),
    activityId: text("activity_id").notNull(),
    assistance: assistanceEnum("assistance").notNull(),
    /** Result of the attempt, 0–100; null on a trainer's line. */
    score: integer("score"),
    contentHash: text("content_hash").references(() => contentVersions.hash),
    note: text("note"),
    recordedBy: uuid("recorded_by").references(() => persons.id),
    occurredAt: instant("occurred_at").notNull(),
    recordedAt: instant("recorded_at").notNull(),
  },
  (table) => [
    uniqueIndex("evidence_once").on(table.source, table.sourceId, table.competence),
    index("evidence_person").on(table.personId, table.competence),
    index("evidence_recorded_by").on(table.recordedBy),
  ],
);
