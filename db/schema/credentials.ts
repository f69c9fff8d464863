import { sql } from "drizzle-orm";
import { index, jsonb, pgEnum, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { CERTIFICATE_STATUSES } from "../enums";
import { id, instant } from "./columns";
import { persons } from "./identity";
import { cohorts } from "./organisations";
import { organisations } from "./tenants";

export const certificateStatusEnum = pgEnum("certificate_status", CERTIFICATE_STATUSES);

/** What was printed, kept for ever: the public page reads this snapshot and nothing else. */
export const certificates = pgTable(
  "certificates",
  {
    id: id(),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id),
    /** Null once the holder is erased; the paper's code still opens the snapshot. */
    personId: uuid("person_id").references(() => persons.id, { onDelete: "set null" }),
    cohortId: uuid("cohort_id").references(() => cohorts.id),
    course: text("course").notNull(),
    /** Printed on the paper and in its QR code; not guessable. */
    code: text("code").notNull(),
    snapshot: jsonb("snapshot").notNull(),
    /** SHA-256 of the canonical JSON of the snapshot, hexadecimal. */
    snapshotHash: text("snapshot_hash").notNull(),
    status: certificateStatusEnum("status").notNull().default("valid"),
    supersedesId: uuid("supersedes_id"),
    /** Null also where an older version of this house replaced it: then the successor's day counts. */
    supersededAt: instant("superseded_at"),
    issuedBy: uuid("issued_by").references(() => persons.id, { onDelete: "set null" }),
    issuedAt: instant("issued_at").notNull(),
    revokedAt: instant("revoked_at"),
    revocationReason: text("revocation_reason"),
  },
  (table) => [
    uniqueIndex("certificates_code_key").on(table.code),
    uniqueIndex("certificates_one_valid")
      .on(table.personId, table.course)
      .where(sql`${table.status} = 'valid'`),
    index("certificates_organisation").on(table.organisationId),
    index("certificates_cohort").on(table.cohortId),
  ],
);
