import { and, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { auditEntries } from "@/db/schema/audit";
import { learnerEvents } from "@/db/schema/learning";
import type { ServiceContext } from "@/server/kernel/context";
import { personExport } from "@/server/privacy/schema";
import { erasePerson, exportPerson } from "@/server/privacy/writes";
import { database } from "../../support/database";
import { contextOf, type House, makeHouse, refusalOf, TEST_NOW } from "../../support/factories";
import { makeLearner, publishContent, quizNow, RUN, readLesson } from "../../support/lessons";
import { makeTracedLearner, signIn } from "../../support/traced-learner";

let house: House;
let zenobie: Awaited<ReturnType<typeof makeTracedLearner>>;
let her: ServiceContext;
let personId: string;
let admin: ServiceContext;

beforeEach(async () => {
  await publishContent(database);
  house = await makeHouse(database);
  zenobie = await makeTracedLearner(database, house);
  ({ personId, ctx: her } = zenobie);
  admin = contextOf(database, house.actors.admin);
});

describe("what a person takes with her", () => {
  it("is everything every domain holds, and nobody else's", async () => {
    await signIn(database, personId);
    const other = await makeLearner(database, house, { firstName: "Autre", familyName: "Voisine" });
    await readLesson(contextOf(database, other.actor));
    const all = await exportPerson(her, { personId });
    expect(personExport.parse(all)).toEqual(all);
    expect(all).toMatchObject({
      format: "digiskipass-person/1",
      personId,
      exportedAt: TEST_NOW.toISOString(),
      identity: {
        person: { firstName: zenobie.firstName, familyName: zenobie.familyName, email: zenobie.email },
      },
    });
    const counts = (part: Record<string, unknown>) =>
      Object.fromEntries(
        Object.entries(part).map(([name, held]) => [name, Array.isArray(held) ? held.length : 1]),
      );
    expect(counts(all.identity)).toMatchObject({ roles: 1, accessCards: 1, sessions: 1 });
    expect(counts(all.organisations)).toEqual({ cohorts: 1 });
    expect(counts(all.learning)).toMatchObject({ progress: 3, activeTime: 1 });
    expect(counts(all.learning).events).toBe(
      await database.$count(learnerEvents, eq(learnerEvents.personId, personId)),
    );
    expect(counts(all.assessment)).toEqual({
      attempts: 1,
      answers: quizNow().body.file.questions.length,
      ratings: 0,
      examGrants: 0,
    });
    expect(counts(all.simulation)).toEqual({ runs: 1 });
    expect(counts(all.passport)).toEqual({ evidence: 12, notesWritten: 0 });
    expect(JSON.stringify(all)).toContain(zenobie.note);
    expect(JSON.stringify(all)).not.toMatch(/Voisine|Nadia|codeHash|tokenHash|picturesHash/);
    expect(all.actions).toContainEqual(expect.objectContaining({ action: "access-card.issued" }));
  });

  it("of a trainer tells when she noted help, not whom or in what words", async () => {
    const all = await exportPerson(admin, { personId: house.people.trainer });
    expect(all.passport).toMatchObject({ evidence: [], notesWritten: [{ activityId: RUN }] });
    expect(JSON.stringify(all)).not.toMatch(new RegExp(`${zenobie.familyName}|lunettes`));
  });

  it("is audited", async () => {
    await exportPerson(admin, { personId });
    const [line] = await database
      .select()
      .from(auditEntries)
      .where(and(eq(auditEntries.subject, `person:${personId}`), eq(auditEntries.action, "person.exported")));
    expect(line?.actor).toBe(`person:${house.people.admin}`);
  });

  it.each(["anonymous", "trainer", "colleague", "outsider", "coordinator"] as const)(
    "is not for %s",
    async (who) => {
      const code = who === "anonymous" ? "UNAUTHENTICATED" : "NOT_FOUND";
      const ctx = contextOf(database, house.actors[who]);
      expect(await refusalOf(() => exportPerson(ctx, { personId }))).toBe(code);
      expect(await refusalOf(() => erasePerson(ctx, { personId }))).toBe(code);
    },
  );

  it("of nobody: NOT_FOUND", async () => {
    expect(await refusalOf(() => exportPerson(admin, { personId: crypto.randomUUID() }))).toBe("NOT_FOUND");
    expect(await refusalOf(() => erasePerson(admin, { personId: crypto.randomUUID() }))).toBe("NOT_FOUND");
  });
});
