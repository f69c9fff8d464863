import { asc, eq, inArray } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { findPersonByEmail } from "@/db/queries/identity";
import { attempts } from "@/db/schema/assessment";
import { auditEntries } from "@/db/schema/audit";
import { certificates } from "@/db/schema/credentials";
import { accessCards, persons } from "@/db/schema/identity";
import { learnerEvents } from "@/db/schema/learning";
import { cohortMemberships } from "@/db/schema/organisations";
import { evidence } from "@/db/schema/passport";
import { simulationAttempts } from "@/db/schema/simulation";
import { surpriseSchedules, surprises } from "@/db/schema/surprises";
import { submitAnswer } from "@/server/assessment/writes";
import { verifyCertificate } from "@/server/credentials/reads";
import { normaliseCardCode } from "@/server/identity/access-cards/rules";
import { issueAccessCards, tryAccessCard } from "@/server/identity/access-cards/writes";
import { findSession } from "@/server/identity/sessions/reads";
import type { ServiceContext } from "@/server/kernel/context";
import { rebuildReadModels } from "@/server/learning/writes";
import { getPassport } from "@/server/passport/reads";
import { getMergePreview } from "@/server/privacy/merging/reads";
import { mergePersons } from "@/server/privacy/merging/writes";
import { erasePerson, exportPerson } from "@/server/privacy/writes";
import { getLearnerReport } from "@/server/reporting/reads";
import { database } from "../../support/database";
import { MERGE_DAY, makeDoubles } from "../../support/doubles";
import {
  ANYBODY,
  actorOf,
  contextOf,
  type House,
  makeHouse,
  refusalOf,
  SYSTEM,
} from "../../support/factories";
import {
  answering,
  dumpReadModels,
  later,
  publishContent,
  quizNow,
  rightAnswer,
} from "../../support/lessons";
import { tablesWith } from "../../support/tables";

let house: House;
let monique: Awaited<ReturnType<typeof makeDoubles>>;
let trainer: ServiceContext;
let admin: ServiceContext;
let keepId: string;
let removeId: string;

beforeAll(() => publishContent(database));
beforeEach(async () => {
  house = await makeHouse(database);
  monique = await makeDoubles(database, house);
  ({ keepId, removeId } = monique);
  trainer = contextOf(database, house.actors.trainer, { now: MERGE_DAY });
  admin = contextOf(database, house.actors.admin, { now: MERGE_DAY });
});

const both = () => [keepId, removeId];
const merge = () => mergePersons(trainer, { keepId, removeId });

describe("two entries of one person", () => {
  it("become one: nothing stays behind, and nothing is lost", async () => {
    const count = async () => ({
      events: await database.$count(learnerEvents, inArray(learnerEvents.personId, both())),
      evidence: await database.$count(evidence, inArray(evidence.personId, both())),
      attempts: await database.$count(attempts, inArray(attempts.personId, both())),
      runs: await database.$count(simulationAttempts, inArray(simulationAttempts.personId, both())),
      papers: await database.$count(certificates, inArray(certificates.personId, both())),
      surprises: await database.$count(surprises, inArray(surprises.personId, both())),
    });
    const before = await count();
    expect(await merge()).toEqual({ outcome: "merged", personId: keepId });
    expect(await tablesWith(database, removeId)).toEqual(["audit_entries", "persons"]);
    expect(await count()).toEqual(before);
    expect(before).toMatchObject({ attempts: 3, runs: 5, papers: 2, surprises: 2 });
    const [row] = await database.select().from(persons).where(eq(persons.id, removeId));
    expect(row).toMatchObject({ firstName: "", familyName: null, email: null, mergedIntoId: keepId });
  });

  it("have one place and one time, folded from one log, as a rebuild would", async () => {
    await merge();
    const live = await dumpReadModels(database);
    expect(live.progress.filter(({ personId }) => personId === keepId)).toHaveLength(3);
    await rebuildReadModels(contextOf(database, SYSTEM));
    expect(await dumpReadModels(database)).toEqual(live);
    const report = await getLearnerReport(trainer, {
      cohortId: house.cohortId,
      personId: keepId,
      locale: "fr",
    });
    expect(report.learner).toMatchObject({ firstName: "Monique", familyName: monique.familyName });
  });

  it("prove together what neither proved alone", async () => {
    const level = async (personId: string) => {
      const { areas } = await getPassport(trainer, { personId, locale: "fr" });
      return Math.max(...areas.flatMap((area) => area.competences).map((competence) => competence.level));
    };
    expect([await level(keepId), await level(removeId)]).toEqual([1, 1]);
    const lines = await database
      .select()
      .from(evidence)
      .where(inArray(evidence.personId, both()))
      .orderBy(asc(evidence.id));
    await merge();
    expect(await level(keepId)).toBe(2);
    const after = await database
      .select()
      .from(evidence)
      .where(eq(evidence.personId, keepId))
      .orderBy(asc(evidence.id));
    expect(after).toEqual(lines.map((line) => ({ ...line, personId: keepId })));
  });

  it("go on with the check and the run that were further; the others are closed as they stand", async () => {
    const { fewer, more, longRun, shortRun } = monique.open;
    const before = await getMergePreview(trainer, { personIds: [keepId, removeId] });
    expect(before).toMatchObject({ outcome: "preview", openTwice: 2, obstacle: null });
    await merge();
    const status = async (table: typeof attempts | typeof simulationAttempts, id: string) => {
      const [row] = await database.select().from(table).where(eq(table.id, id));
      return row;
    };
    expect(await status(attempts, more)).toMatchObject({ status: "open", personId: keepId });
    expect(await status(attempts, fewer)).toMatchObject({ status: "left", score: null, personId: keepId });
    expect(await status(simulationAttempts, longRun)).toMatchObject({ status: "open", personId: keepId });
    expect(await status(simulationAttempts, shortRun)).toMatchObject({
      status: "completed",
      outcome: "not-reached",
    });
    const question = quizNow().body.file.questions[3];
    if (!question) throw new Error("no fourth question");
    const then = later(monique.her, 12 * 86_400);
    const output = await submitAnswer(then, answering(then, more, question.id, rightAnswer(question)));
    expect(output).toMatchObject({ outcome: "recorded", verdict: { correct: true } });
    const late = answering(then, fewer, question.id, rightAnswer(question));
    expect(await refusalOf(() => submitAnswer(then, late))).toBe("NOT_FOUND");
  });

  it("both cards open her room, until a new one ends both", async () => {
    const door = (code: string, pictures: (typeof monique.cards)[number]["pictures"]) =>
      tryAccessCard(contextOf(database, ANYBODY), { code: normaliseCardCode(code), pictures });
    await merge();
    for (const card of monique.cards) {
      expect(await door(card.code, card.pictures)).toMatchObject({ outcome: "accepted", personId: keepId });
    }
    await issueAccessCards(trainer, { cohortId: house.cohortId, personIds: [keepId] });
    for (const card of monique.cards)
      expect(await door(card.code, card.pictures)).toMatchObject({ outcome: "replaced" });
    const open = await database.select().from(accessCards).where(eq(accessCards.personId, keepId));
    expect(open.filter(({ revokedAt }) => revokedAt === null)).toHaveLength(1);
  });

  it("both devices stay signed in, as her; her address and wishes are kept", async () => {
    await merge();
    for (const token of monique.tokens) {
      const session = await findSession(database, token, MERGE_DAY);
      expect(session?.actor).toMatchObject({ personId: keepId, memberships: [{ cohortId: house.cohortId }] });
    }
    expect(await findPersonByEmail(database, monique.email)).toMatchObject({
      id: keepId,
      firstName: "Monique",
      familyName: monique.familyName,
      textSize: 150,
      theme: "dark",
    });
  });

  it("papers say what they said: the newer one is valid, the other replaced on the day", async () => {
    const printed = await database
      .select({ id: certificates.id, snapshot: certificates.snapshot, hash: certificates.snapshotHash })
      .from(certificates)
      .orderBy(asc(certificates.id));
    await merge();
    const [older, newer] = monique.papers;
    const look = (code = "") => verifyCertificate(contextOf(database, ANYBODY), { code });
    expect(await look(older?.certificateCode)).toMatchObject({ status: "superseded", since: "2026-12-02" });
    expect(await look(newer?.certificateCode)).toMatchObject({ status: "valid", since: null });
    expect(
      await database
        .select({ id: certificates.id, snapshot: certificates.snapshot, hash: certificates.snapshotHash })
        .from(certificates)
        .orderBy(asc(certificates.id)),
    ).toEqual(printed);
  });

  it("one place in the group, one count of surprises", async () => {
    await merge();
    const places = await database
      .select()
      .from(cohortMemberships)
      .where(eq(cohortMemberships.personId, keepId));
    expect(places).toMatchObject([{ cohortId: house.cohortId, leftAt: null }]);
    const met = await database
      .select({ number: surprises.number })
      .from(surprises)
      .where(eq(surprises.personId, keepId))
      .orderBy(asc(surprises.shownAt));
    expect(met).toEqual([{ number: 1 }, { number: 2 }]);
    const plans = await database
      .select()
      .from(surpriseSchedules)
      .where(eq(surpriseSchedules.personId, keepId));
    expect(plans).toMatchObject([{ dueAt: new Date("2026-11-30T10:00:00Z") }]);
  });

  it("is written down: who, which one, into which", async () => {
    await merge();
    const [line] = await database
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.subject, `person:${removeId}`))
      .then((lines) => lines.filter(({ action }) => action === "person.merged"));
    expect(line).toMatchObject({
      actor: `person:${house.people.trainer}`,
      organisationId: house.organisationId,
      detail: { into: keepId },
    });
  });

  it("she takes all of it along, and all of it is erased", async () => {
    const events = await database.$count(learnerEvents, inArray(learnerEvents.personId, both()));
    await merge();
    const her = contextOf(database, await actorOf(database, keepId), { now: MERGE_DAY });
    const all = await exportPerson(her, { personId: keepId });
    expect(all.learning.events).toHaveLength(events);
    expect(all.identity).toMatchObject({ formerIds: [removeId], accessCards: [{}, {}], sessions: [{}, {}] });
    expect(all.actions).toContainEqual(expect.objectContaining({ action: "person.merged" }));
    expect(all.actions).toContainEqual(expect.objectContaining({ subject: `person:${removeId}` }));
    for (const ask of [exportPerson, erasePerson]) {
      expect(await refusalOf(() => ask(admin, { personId: removeId }))).toEqual({
        code: "CONFLICT",
        reason: "merged-person",
      });
    }
    await erasePerson(admin, { personId: keepId });
    for (const word of [monique.email, monique.familyName, monique.mark])
      expect([word, await tablesWith(database, word)]).toEqual([word, []]);
    for (const id of both()) expect(await tablesWith(database, id)).toEqual(["audit_entries", "persons"]);
  });
});

describe("what was said before", () => {
  it("twice, or the other way round, changes nothing and says so", async () => {
    await merge();
    const done = { outcome: "already-merged", personId: keepId };
    expect(await merge()).toEqual(done);
    expect(await mergePersons(trainer, { keepId: removeId, removeId: keepId })).toEqual(done);
    expect(await getMergePreview(trainer, { personIds: [removeId, keepId] })).toEqual(done);
  });

  it("a third entry can follow, and the first one leads to the last", async () => {
    const third = await makeDoubles(database, house);
    await merge();
    expect(await refusalOf(() => mergePersons(trainer, { keepId: third.keepId, removeId }))).toEqual({
      code: "CONFLICT",
      reason: "merge-moved",
    });
    await mergePersons(trainer, { keepId: third.keepId, removeId: keepId });
    const [first] = await database.select().from(persons).where(eq(persons.id, removeId));
    expect(first?.mergedIntoId).toBe(third.keepId);
    expect(await mergePersons(trainer, { keepId, removeId })).toEqual({
      outcome: "already-merged",
      personId: third.keepId,
    });
    const all = await exportPerson(admin, { personId: third.keepId });
    expect(all.identity.formerIds).toEqual([keepId, removeId].sort());
  });
});
