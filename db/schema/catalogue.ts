import { jsonb, pgEnum, pgTable, text } from "drizzle-orm/pg-core";
import { CONTENT_KINDS } from "../enums";
import { instant } from "./columns";

export const contentKindEnum = pgEnum("content_kind", CONTENT_KINDS);

/** Every version of an item that was ever served. Append-only: an attempt is graded against what its learner saw. */
export const contentVersions = pgTable("content_versions", {
  hash: text("hash").primaryKey(),
  kind: contentKindEnum("kind").notNull(),
  itemId: text("item_id").notNull(),
  body: jsonb("body").notNull(),
  firstServedAt: instant("first_served_at").notNull(),
});
