import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  check,
  index,
  integer,
  pgEnum,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { LOCALES, READING_CONTRASTS, READING_THEMES, ROLES, SIGN_IN_MEANS } from "../enums";
import { bytes, id, instant } from "./columns";
import { organisations } from "./tenants";

export const localeEnum = pgEnum("locale", LOCALES);
export const roleEnum = pgEnum("role", ROLES);
export const signInMeansEnum = pgEnum("sign_in_means", SIGN_IN_MEANS);

/** A human being, once, whatever the number of cards, mailboxes and organisations. */
export const persons = pgTable(
  "persons",
  {
    id: id(),
    firstName: text("first_name").notNull(),
    familyName: text("family_name"),
    email: text("email"),
    phone: text("phone"),
    locale: localeEnum("locale").notNull().default("fr"),
    textSize: integer("text_size").notNull().default(100),
    /** Null: never chosen, the device decides. */
    theme: text("theme", { enum: READING_THEMES }),
    contrast: text("contrast", { enum: READING_CONTRASTS }),
    isDemo: boolean("is_demo").notNull().default(false),
    createdAt: instant("created_at").notNull(),
    erasedAt: instant("erased_at"),
    /** Whom she turned out to be: everything of this row went there, and nothing leads back. Never a chain. */
    mergedIntoId: uuid("merged_into_id").references((): AnyPgColumn => persons.id),
  },
  (table) => [
    uniqueIndex("persons_email_key").on(sql`lower(${table.email})`),
    index("persons_merged_into").on(table.mergedIntoId),
    check("persons_text_size", sql`${table.textSize} in (100, 125, 150, 200)`),
    check("persons_theme", sql`${table.theme} in ('auto', 'light', 'dark')`),
    check("persons_contrast", sql`${table.contrast} in ('normal', 'high')`),
  ],
);

/** What a person may do, and where; `organisation_id` is null only for an administrator of the instance. */
export const roleAssignments = pgTable(
  "role_assignments",
  {
    id: id(),
    personId: uuid("person_id")
      .notNull()
      .references(() => persons.id, { onDelete: "cascade" }),
    role: roleEnum("role").notNull(),
    organisationId: uuid("organisation_id").references(() => organisations.id),
    assignedAt: instant("assigned_at").notNull(),
  },
  (table) => [
    uniqueIndex("role_assignments_key").on(
      table.personId,
      table.role,
      sql`coalesce(${table.organisationId}, '00000000-0000-0000-0000-000000000000')`,
    ),
    index("role_assignments_organisation").on(table.organisationId, table.role),
    check("role_assignments_scope", sql`(${table.role} = 'admin') = (${table.organisationId} is null)`),
  ],
);

/** A printed card. Neither its code nor its pictures can be read back: both are kept as keyed hashes. */
export const accessCards = pgTable(
  "access_cards",
  {
    id: id(),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id),
    personId: uuid("person_id")
      .notNull()
      .references(() => persons.id, { onDelete: "cascade" }),
    codeHash: bytes("code_hash").notNull(),
    picturesHash: bytes("pictures_hash").notNull(),
    issuedBy: uuid("issued_by").references(() => persons.id, { onDelete: "set null" }),
    issuedAt: instant("issued_at").notNull(),
    lastUsedAt: instant("last_used_at"),
    wrongTries: integer("wrong_tries").notNull().default(0),
    lockedAt: instant("locked_at"),
    revokedAt: instant("revoked_at"),
    /** Since when she has it beside another one that works: two persons became one. The next new card ends both. */
    besideSince: instant("beside_since"),
  },
  (table) => [
    uniqueIndex("access_cards_code_key").on(table.codeHash),
    uniqueIndex("access_cards_one_active")
      .on(table.personId)
      .where(sql`${table.revokedAt} is null and ${table.besideSince} is null`),
    index("access_cards_person").on(table.personId),
    index("access_cards_organisation").on(table.organisationId),
  ],
);

/** A six-digit code sent by e-mail; only its keyed hash is kept. */
export const emailCodes = pgTable(
  "email_codes",
  {
    id: id(),
    personId: uuid("person_id")
      .notNull()
      .references(() => persons.id, { onDelete: "cascade" }),
    codeHash: bytes("code_hash").notNull(),
    sentAt: instant("sent_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    wrongTries: integer("wrong_tries").notNull().default(0),
    usedAt: instant("used_at"),
  },
  (table) => [index("email_codes_person").on(table.personId, table.sentAt)],
);

/** A signed-in device. The cookie holds a random token; this row holds its hash, and deleting it signs out at once. */
export const sessions = pgTable(
  "sessions",
  {
    id: id(),
    tokenHash: bytes("token_hash").notNull(),
    personId: uuid("person_id")
      .notNull()
      .references(() => persons.id, { onDelete: "cascade" }),
    means: signInMeansEnum("means").notNull(),
    accessCardId: uuid("access_card_id").references(() => accessCards.id, { onDelete: "cascade" }),
    device: text("device").notNull(),
    createdAt: instant("created_at").notNull(),
    lastSeenAt: instant("last_seen_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
  },
  (table) => [
    uniqueIndex("sessions_token_key").on(table.tokenHash),
    index("sessions_person").on(table.personId),
    index("sessions_access_card").on(table.accessCardId),
    index("sessions_expiry").on(table.expiresAt),
  ],
);

/** Counters of tries per key and window, shared by all processes. */
export const rateLimits = pgTable("rate_limits", {
  key: text("key").primaryKey(),
  hits: integer("hits").notNull(),
  windowEndsAt: instant("window_ends_at").notNull(),
});
