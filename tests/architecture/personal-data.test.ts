import { getTableName } from "drizzle-orm";
import { getTableConfig } from "drizzle-orm/pg-core";
import { describe, expect, it } from "vitest";
import { filesUnder, LADDER, ROOT, textOf } from "../support/repository";
import { SCHEMAS, TABLES } from "../support/tables";

/** Tables without `organisation_id`, each with the reason why no organisation owns its rows. */
const NO_ORGANISATION: Record<string, string> = {
  organisations: "is the organisation",
  projects: "a project has several partners (project_partners)",
  persons: "a person may be in several organisations: her roles and places say in which",
  email_codes: "sent before it is known in which organisation somebody works today; lives ten minutes",
  sessions: "a device belongs to the person, in all her organisations",
  rate_limits: "counts keyed hashes, of nobody",
  content_versions: "the course is the same for everybody",
};

/** Tables with an organisation that may be absent, and why. */
const MAYBE_ORGANISATION: Record<string, string> = {
  role_assignments: "an administrator stands in no organisation",
  audit_entries: "some deeds concern the instance: a rebuild, a session, an erasure",
};

/** Tables that refer to rows about a person and are none of hers. */
const REFERS_ONLY: Record<string, string> = {};

type Holder = {
  CLAIMED_TABLES: readonly string[];
  exportPersonalData: unknown;
  erasePersonalData: unknown;
  movePersonalData: unknown;
};
const FILES = filesUnder("server", "personal-data.ts");
const holders = await Promise.all(
  FILES.map(async (path) => ({ path, ...((await import(/* @vite-ignore */ `${ROOT}/${path}`)) as Holder) })),
);
const claimed = holders.flatMap(({ CLAIMED_TABLES }) => CLAIMED_TABLES);
const referred = (table: (typeof TABLES)[number]) =>
  getTableConfig(table).foreignKeys.map((key) => {
    const { columns, foreignTable } = key.reference();
    return { columns: columns.map(({ name }) => name), to: getTableName(foreignTable) };
  });

it("these tests know every table", () => {
  const files = filesUnder("db/schema", ".ts").map((path) => path.slice("db/schema/".length, -3));
  expect(Object.keys(SCHEMAS).sort()).toEqual(files.filter((name) => name !== "columns").sort());
  expect(TABLES.length).toBeGreaterThan(18);
});

describe("every table about a person is answered for", () => {
  it("by a domain that exports and erases it", () => {
    const unclaimed = TABLES.flatMap((table) =>
      referred(table)
        .filter(({ to }) => to === "persons" && !claimed.includes(getTableName(table)))
        .map(({ columns }) => `${getTableName(table)}.${columns}`),
    );
    expect(unclaimed).toEqual([]);
  });

  it("also when it leads to a person by way of another table", () => {
    const unclaimed = TABLES.filter((table) => {
      const name = getTableName(table);
      const leads = referred(table).some(({ to }) => claimed.includes(to));
      return leads && !claimed.includes(name) && !(name in REFERS_ONLY);
    });
    expect(unclaimed.map(getTableName)).toEqual([]);
  });

  it("also when its column is a bare id: person, issuer, recorder", () => {
    const foreign = new Set(
      TABLES.flatMap((table) =>
        referred(table).flatMap(({ columns }) => columns.map((column) => `${getTableName(table)}.${column}`)),
      ),
    );
    const bare = TABLES.flatMap((table) =>
      getTableConfig(table).columns.flatMap((column) => {
        const path = `${getTableName(table)}.${column.name}`;
        return /person|_by$|learner_id|trainer_id|author/.test(column.name) && !foreign.has(path)
          ? [path]
          : [];
      }),
    );
    expect(bare).toEqual([]);
  });

  it("once, and every claim is of a table that is there", () => {
    const names = TABLES.map(getTableName);
    expect(claimed.filter((name) => !names.includes(name))).toEqual([]);
    expect(claimed.length).toBe(new Set(claimed).size);
  });

  it("and privacy asks every domain that answers, for an export, an erasure and a merge", () => {
    const privacy = textOf("server/privacy/writes.ts");
    const merging = textOf("server/privacy/merging/writes.ts");
    for (const { path, exportPersonalData, erasePersonalData, movePersonalData } of holders) {
      const asked = `from "@/${path.replace(/\.ts$/, "")}"`;
      expect(privacy).toContain(asked);
      expect(merging).toContain(asked);
      const answers = [exportPersonalData, erasePersonalData, movePersonalData].map(
        (answer) => typeof answer,
      );
      expect([path, ...answers]).toEqual([path, "function", "function", "function"]);
    }
    expect(FILES.map((path) => path.split("/")[1])).toEqual(
      LADDER.filter((domain) => FILES.includes(`server/${domain}/personal-data.ts`)).toSorted(),
    );
  });
});

describe("every row belongs to an organisation", () => {
  const tenantColumn = (table: (typeof TABLES)[number]) =>
    getTableConfig(table).columns.find(({ name }) => name === "organisation_id");

  it("or its table says why not", () => {
    const without = TABLES.filter((table) => !tenantColumn(table)).map(getTableName);
    expect(without.sort()).toEqual(Object.keys(NO_ORGANISATION).sort());
  });

  it("always, or its table says when not", () => {
    const maybe = TABLES.filter((table) => tenantColumn(table)?.notNull === false).map(getTableName);
    expect(maybe.sort()).toEqual(Object.keys(MAYBE_ORGANISATION).sort());
  });

  it("by a reference the database holds, the audit excepted, which outlives everything", () => {
    const loose = TABLES.filter(
      (table) => tenantColumn(table) && !referred(table).some(({ to }) => to === "organisations"),
    );
    expect(loose.map(getTableName)).toEqual(["audit_entries"]);
  });
});
