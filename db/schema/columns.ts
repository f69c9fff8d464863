import { customType, timestamp, uuid } from "drizzle-orm/pg-core";

/** An instant, stored with its time zone, read as a `Date`. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

/** Primary key made by the service (`ctx.newId`) or by the learner's browser, never by the database. */
export const id = () => uuid("id").primaryKey();

/** Raw bytes, for keyed hashes of secrets. */
export const bytes = customType<{ data: Buffer }>({ dataType: () => "bytea" });
