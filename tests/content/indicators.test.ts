import { describe, expect, it } from "vitest";
import { LOCALES } from "@/db/enums";
import { listIndicators } from "@/server/catalogue/indicators/reads";
import { INDICATORS } from "@/server/catalogue/indicators/schema";
import type { ServiceContext } from "@/server/kernel/context";
import { IDLE_CUT_OFF_SECONDS } from "@/server/learning/rules";

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
