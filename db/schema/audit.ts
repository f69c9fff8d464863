import { index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { id, instant } from "./columns";

/** Who did what to whom, append-only (a trigger refuses updates). Holds ids, never names or secrets. */
export const auditEntries = pgTable(
  "audit_entries",
  {
    id: id(),
    organisationId: uuid("organisation_id"),
    actor: text("actor").notNull(),
    action: text("action").notNull(),
    subject: text("subject").notNull(),
    detail: jsonb("detail").notNull(),
    at: instant("at").notNull(),
  },
  (table) => [
    index("audit_entries_organisation").on(table.organisationId, table.at),
    index("audit_entries_subject").on(table.subject),
  ],
);
