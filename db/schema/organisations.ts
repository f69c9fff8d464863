import { sql } from "drizzle-orm";
import {
  date,
  index,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { COHORT_ROLES } from "../enums";
import { id, instant } from "./columns";
import { localeEnum, persons } from "./identity";
import { organisations } from "./tenants";

export const cohortRoleEnum = pgEnum("cohort_role", COHORT_ROLES);

/** A funded project: its grant and its statements are data, so a second project can live beside the first. */
export const projects = pgTable("projects", {
  id: id(),
  grantNumber: text("grant_number").notNull().unique(),
  title: text("title").notNull(),
  call: text("call").notNull(),
  /** Name of the granting authority per locale, as the disclaimer needs it. */
  agency: jsonb("agency").$type<Record<"fr" | "nl" | "de" | "en", string>>().notNull(),
  startsOn: date("starts_on"),
  endsOn: date("ends_on"),
  createdAt: instant("created_at").notNull(),
});

export const projectPartners = pgTable(
  "project_partners",
  {
    projectId: uuid("project_id")
      .notNull()
      .references(() => projects.id, { onDelete: "cascade" }),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id),
    role: text("role", { enum: ["coordinator", "partner"] }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.projectId, table.organisationId] }),
    index("project_partners_organisation").on(table.organisationId),
  ],
);

export const cohorts = pgTable(
  "cohorts",
  {
    id: id(),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id),
    projectId: uuid("project_id")
      .notNull()
      .references(() => projects.id),
    name: text("name").notNull(),
    course: text("course").notNull(),
    locale: localeEnum("locale").notNull(),
    startsOn: date("starts_on").notNull(),
    endsOn: date("ends_on"),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    uniqueIndex("cohorts_name_key").on(table.organisationId, table.name),
    index("cohorts_project").on(table.projectId),
  ],
);

/** Who takes part in a cohort, as what, and from when to when. Leaving ends a row; it never deletes it. */
export const cohortMemberships = pgTable(
  "cohort_memberships",
  {
    id: id(),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id),
    cohortId: uuid("cohort_id")
      .notNull()
      .references(() => cohorts.id),
    personId: uuid("person_id")
      .notNull()
      .references(() => persons.id, { onDelete: "cascade" }),
    role: cohortRoleEnum("role").notNull(),
    joinedAt: instant("joined_at").notNull(),
    leftAt: instant("left_at"),
  },
  (table) => [
    uniqueIndex("cohort_memberships_active")
      .on(table.cohortId, table.personId)
      .where(sql`${table.leftAt} is null`),
    index("cohort_memberships_person").on(table.personId),
    index("cohort_memberships_organisation").on(table.organisationId),
  ],
);
