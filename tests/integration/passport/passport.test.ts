import { and, eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { endActiveMembership } from "@/db/queries/cohorts";
import { auditEntries } from "@/db/schema/audit";
import { evidence } from "@/db/schema/passport";
import type { ServiceContext } from "@/server/kernel/context";
import { getPassport, listProofs } from "@/server/passport/reads";
import { type NoteAssistanceInput, type PassportView, passportView } from "@/server/passport/schema";
import { noteAssistance, recordEvidence } from "@/server/passport/writes";
import { database } from "../../support/database";
import { ANYBODY, contextOf, type House, makeHouse, refusalOf, TEST_NOW } from "../../support/factories";
import {
  COURSE,
  later,
  makeLearner,
  playThrough,
  publishContent,
  quizNow,
  RUN,
  scenarioNow,
  takeCheck,
} from "../../support/lessons";

let house: House;
let personId: string;
let her: ServiceContext;
let trainer: ServiceContext;

beforeAll(async () => {
  house = await makeHouse(database);
  await publishContent(database);
  trainer = contextOf(database, house.actors.trainer);
});
beforeEach(async () => {
  const learner = await makeLearner(database, house, { firstName: "Odette", familyName: "Vandamme" });
  personId = learner.personId;
  her = contextOf(database, learner.actor);
});

const TODAY = "2026-11-22";
const passport = async (ctx = her, of?: string) =>
  passportView.parse(await getPassport(ctx, { personId: of, locale: "fr" }));
const note = (change: Partial<NoteAssistanceInput> = {}): NoteAssistanceInput => ({
  cohortId: house.cohortId,
  personId,
  activityId: RUN,
  assistance: "accompanied",
  on: TODAY,
  ...change,
});
const lines = () => database.select().from(evidence).where(eq(evidence.personId, personId));
const levels = (view: PassportView) =>
  Object.fromEntries(
    view.areas
      .flatMap((area) => area.competences.map(({ id, level }) => [id, level]))
      .filter(([, level]) => level),
  );
const trained = scenarioNow().body.scenario.competences;

describe("the passport", () => {
  it("before anything: every competence of DigComp, none proved, some not taught here", async () => {
    const view = await passport();
    const all = view.areas.flatMap((area) => area.competences);
    expect([view.areas.length, all.length]).toEqual([5, 21]);
    expect(levels(view)).toEqual({});
    expect(all.every(({ band, evidence: proofs }) => band === null && proofs.length === 0)).toBe(true);
    const taught = all.filter(({ taughtIn }) => taughtIn?.lesson).map(({ id }) => id);
    expect(taught).toEqual(expect.arrayContaining(["2.3", "2.6", "4.1", "4.2"]));
    expect(all.find(({ id }) => id === "3.1")?.taughtIn).toBeNull();
  });

  it("fills by the published rule: a run alone, the same another day", async () => {
    await playThrough(her);
    expect(levels(await passport())).toEqual(Object.fromEntries(trained.map((id) => [id, 1])));
    await playThrough(later(her, 86_400));
    const view = await passport();
    expect(levels(view)).toEqual(Object.fromEntries(trained.map((id) => [id, 2])));
    const [proved] = view.areas.flatMap((area) => area.competences).filter(({ level }) => level > 0);
    expect(proved?.band).toEqual(expect.any(String));
    expect(
      proved?.evidence.map(({ source, assistance, activityId }) => [source, assistance, activityId]),
    ).toEqual([
      ["simulation", "alone", RUN],
      ["simulation", "alone", RUN],
    ]);
  });

  it("a check proves the competences of its questions", async () => {
    await takeCheck(her);
    const asked = new Set(quizNow().body.file.questions.flatMap(({ competences }) => competences));
    expect(levels(await passport())).toEqual(Object.fromEntries([...asked].map((id) => [id, 1])));
  });

  it("is open to herself and to the trainers of her group, and to nobody else", async () => {
    expect((await passport(trainer, personId)).holder).toEqual({
      personId,
      firstName: "Odette",
      familyName: "Vandamme",
    });
    const other = await makeLearner(database, house);
    const { learner, colleague, outsider, coordinator, admin } = house.actors;
    for (const actor of [other.actor, learner, colleague, outsider, coordinator, admin]) {
      expect(await refusalOf(() => passport(contextOf(database, actor), personId))).toBe("NOT_FOUND");
    }
    const visitor = contextOf(database, ANYBODY);
    expect(await refusalOf(() => passport(visitor, personId))).toBe("UNAUTHENTICATED");
    expect(await refusalOf(() => passport(visitor))).toBe("UNAUTHENTICATED");
    expect(await refusalOf(() => passport(trainer, crypto.randomUUID()))).toBe("NOT_FOUND");
  });

  it("closes to the trainer of a group she left", async () => {
    await endActiveMembership(database, { cohortId: house.cohortId, personId, leftAt: TEST_NOW });
    expect(await refusalOf(() => passport(trainer, personId))).toBe("NOT_FOUND");
    expect((await passport()).holder.personId).toBe(personId);
  });

  it("the lines of several learners, only when all may be seen", async () => {
    await playThrough(her);
    const holder = { personId, cohortIds: [house.cohortId] };
    const proofs = await listProofs(trainer, { holders: [holder] });
    expect(proofs.get(personId)).toHaveLength(trained.length);
    const far = { personId: house.people.outsider, cohortIds: [house.farId] };
    expect(await refusalOf(() => listProofs(trainer, { holders: [holder, far] }))).toBe("FORBIDDEN");
  });
});

describe("a trainer's note", () => {
  it("stands beside what was measured and lowers the level of that day only", async () => {
    await playThrough(her);
    await playThrough(later(her, 86_400));
    const before = await lines();
    const next = later(trainer, 86_400);
    expect(await noteAssistance(next, note({ on: "2026-11-23", note: "  Avec la souris. " }))).toEqual({
      outcome: "noted",
      competences: trained.length,
    });
    const after = await lines();
    for (const line of before) expect(after).toContainEqual(line);
    const added = after.filter(({ source }) => source === "trainer");
    expect(added.map(({ competence }) => competence).sort()).toEqual(trained.toSorted());
    expect(added[0]).toMatchObject({
      score: null,
      recordedBy: house.people.trainer,
      organisationId: house.organisationId,
      course: COURSE,
      occurredAt: new Date("2026-11-23T11:00:00Z"),
    });
    expect(levels(await passport())).toEqual(Object.fromEntries(trained.map((id) => [id, 1])));
  });

  it("is audited with ids, without its words", async () => {
    await noteAssistance(trainer, note({ note: "Elle a tremblé." }));
    const [entry] = await database
      .select()
      .from(auditEntries)
      .where(
        and(
          eq(auditEntries.subject, `person:${personId}`),
          eq(auditEntries.action, "evidence.assistance-noted"),
        ),
      );
    expect(entry).toMatchObject({
      actor: `person:${house.people.trainer}`,
      organisationId: house.organisationId,
      detail: { activityId: RUN, assistance: "accompanied" },
    });
    expect(JSON.stringify(entry)).not.toContain("tremblé");
  });

  it("pressed twice, or in two tabs, is one note; other words are another", async () => {
    const same = note({ note: "Une fois." });
    await Promise.all([
      noteAssistance(trainer, same),
      noteAssistance(trainer, same),
      noteAssistance(trainer, same),
    ]);
    expect(await lines()).toHaveLength(trained.length);
    await noteAssistance(trainer, note({ note: "Autrement." }));
    await noteAssistance(trainer, note());
    await noteAssistance(trainer, note());
    expect(await lines()).toHaveLength(3 * trained.length);
  });

  it("of a day to come is refused at its field; today in Brussels is not to come", async () => {
    expect(await refusalOf(() => noteAssistance(trainer, note({ on: "2026-11-23" })))).toEqual({
      code: "INVALID",
      fields: { on: "in-the-future" },
    });
    expect(await lines()).toEqual([]);
    const midnight = { ...trainer, now: new Date("2026-11-22T23:10:00Z") };
    expect(await noteAssistance(midnight, note({ on: "2026-11-23" }))).toMatchObject({ outcome: "noted" });
  });

  it.each(["log-in/no-such", "no-lesson/steps", "is-it-safe/steps"])(
    "on %s: NOT_FOUND",
    async (activityId) => {
      expect(await refusalOf(() => noteAssistance(trainer, note({ activityId })))).toBe("NOT_FOUND");
      expect(await lines()).toEqual([]);
    },
  );

  it.each([
    ["anonymous", "UNAUTHENTICATED"],
    ["learner", "FORBIDDEN"],
    ["colleague", "FORBIDDEN"],
    ["outsider", "NOT_FOUND"],
    ["coordinator", "FORBIDDEN"],
    ["admin", "NOT_FOUND"],
  ] as const)("by %s: %s", async (who, code) => {
    expect(await refusalOf(() => noteAssistance(contextOf(database, house.actors[who]), note()))).toBe(code);
    expect(await lines()).toEqual([]);
  });

  it("about herself, or about who is not in this group: NOT_FOUND", async () => {
    const strangers = [house.people.trainer, house.people.outsider, crypto.randomUUID()];
    for (const stranger of strangers) {
      expect(await refusalOf(() => noteAssistance(trainer, note({ personId: stranger })))).toBe("NOT_FOUND");
    }
    expect(await refusalOf(() => noteAssistance(her, note()))).toBe("FORBIDDEN");
    expect(await refusalOf(() => noteAssistance(trainer, note({ cohortId: house.besideId })))).toBe(
      "NOT_FOUND",
    );
  });
});

describe("proof is the learner's own work", () => {
  const proof = {
    competences: ["2.3", "2.6"],
    source: "simulation" as const,
    course: COURSE,
    activityId: RUN,
    assistance: "alone" as const,
    score: 90,
    contentHash: scenarioNow().hash,
    occurredAt: TEST_NOW,
  };

  it("recorded twice it is kept once, per source and competence", async () => {
    const input = {
      personId,
      organisationId: house.organisationId,
      proof: { ...proof, sourceId: crypto.randomUUID() },
    };
    expect(await recordEvidence(her, input)).toBe(2);
    expect(await recordEvidence(her, input)).toBe(0);
    const more = { ...input, proof: { ...input.proof, competences: ["2.6", "4.1"] } };
    expect(await recordEvidence(her, more)).toBe(1);
    expect(await lines()).toHaveLength(3);
  });

  it("nobody earns it for her", async () => {
    const input = {
      personId,
      organisationId: house.organisationId,
      proof: { ...proof, sourceId: crypto.randomUUID() },
    };
    expect(await refusalOf(() => recordEvidence(trainer, input))).toBe("FORBIDDEN");
    expect(await lines()).toEqual([]);
  });
});
