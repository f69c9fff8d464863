import { getTableColumns, getTableName } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { LOCALES } from "@/db/enums";
import { listIndicators, listRates } from "@/server/catalogue/indicators/reads";
import { INDICATORS, RATES, ratesFile } from "@/server/catalogue/indicators/schema";
import type { ServiceContext } from "@/server/kernel/context";
import { IDLE_CUT_OFF_SECONDS } from "@/server/learning/rules";
import { TABLES } from "@/tests/support/tables";
import { readContent } from "./course-files";

const ctx = { actor: { kind: "anonymous" } } as ServiceContext;

describe("how the numbers of a project are counted", () => {
  it.each(LOCALES)("is said for each number in %s", async (locale) => {
    const indicators = await listIndicators(ctx, { locale });
    expect(indicators.map(({ id }) => id)).toEqual([...INDICATORS]);
  });

  it.each(LOCALES)("names the pause that the time ledger cuts off, in %s", async (locale) => {
    const hours = (await listIndicators(ctx, { locale })).find(({ id }) => id === "hours");
    expect(hours?.counted).toContain(String(IDLE_CUT_OFF_SECONDS / 60));
  });
});

describe("how the two rates are counted", () => {
  it.each(LOCALES)("is said for each in %s", async (locale) => {
    expect((await listRates(ctx, { locale })).map(({ id }) => id)).toEqual([...RATES]);
  });

  it("from columns that are there", () => {
    for (const { of, cases } of ratesFile.parse(readContent("indicators/rates.yaml"))) {
      const table = TABLES.find((one) => getTableName(one) === of);
      expect(table && Object.values(getTableColumns(table)).map(({ name }) => name), of).toContain(cases);
    }
  });
});
