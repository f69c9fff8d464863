import { pgTable, text } from "drizzle-orm/pg-core";
import { id, instant } from "./columns";

/** A partner of the consortium: the tenant every other row belongs to. */
export const organisations = pgTable("organisations", {
  id: id(),
  name: text("name").notNull().unique(),
  country: text("country").notNull(),
  phone: text("phone").notNull(),
  createdAt: instant("created_at").notNull(),
});
