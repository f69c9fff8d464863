import { and, eq, isNull } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { auditEntries } from "@/db/schema/audit";
import { cohortMemberships, cohorts } from "@/db/schema/organisations";
import { listKnownLearners } from "@/server/organisations/cohorts/reads";
import { listKnownLearnersInput, MOST_FOUND } from "@/server/organisations/cohorts/schema";
import { addKnownLearner, endMembership } from "@/server/organisations/cohorts/writes";
import { database } from "../../support/database";
import {
  contextOf,
  giveRole,
  type House,
  join,
  makeHouse,
  makePerson,
  refusalOf,
} from "../../support/factories";

let house: House;
let lea: string;
beforeAll(async () => {
  house = await makeHouse(database);
  lea = await known("Léa", "Van den Bossche");
  await join(database, {
    cohortId: house.besideId,
    organisationId: house.organisationId,
    personId: lea,
    role: "learner",
  });
});

async function known(firstName: string, familyName: string | null, organisationId = house.organisationId) {
  const personId = await makePerson(database, { firstName, familyName });
  await giveRole(database, personId, "learner", organisationId);
  return personId;
}
const as = (who: keyof House["actors"]) => contextOf(database, house.actors[who]);
const search = (text: string, who: keyof House["actors"] = "trainer") =>
  listKnownLearners(as(who), listKnownLearnersInput.parse({ cohortId: house.cohortId, search: text }));
const placesOf = (personId: string) =>
  database
    .select()
    .from(cohortMemberships)
    .where(
      and(
        eq(cohortMemberships.personId, personId),
        eq(cohortMemberships.cohortId, house.cohortId),
        isNull(cohortMemberships.leftAt),
      ),
    );

describe("looking for somebody the organisation knows", () => {
  it.each(["lea", "LÉA", "van", "boss", "lea bos", "bossche léa", "Van-den"])(
    "%s finds her",
    async (text) => {
      const { learners, hasMore } = await search(text);
      expect(learners.map(({ personId }) => personId)).toEqual([lea]);
      expect(hasMore).toBe(false);
    },
  );

  it("says in which group of the house she is", async () => {
    const [beside] = await database.select().from(cohorts).where(eq(cohorts.id, house.besideId));
    expect((await search("lea")).learners[0]).toEqual({
      personId: lea,
      firstName: "Léa",
      familyName: "Van den Bossche",
      groups: [beside?.name],
    });
  });

  it.each(["ea", "ossche", "lea dupont", "%%aa", "xx%"])("%s finds nobody: names begin so", async (text) => {
    expect((await search(text)).learners).toEqual([]);
  });

  it.each(["", "l", "%", "__", "1", "l a", "x".repeat(100)])("%s is no beginning of a name", (text) => {
    expect(listKnownLearnersInput.safeParse({ cohortId: house.cohortId, search: text }).success).toBe(false);
  });

  it("shows neither who is in the group, nor staff, nor another house, nor more than a few", async () => {
    await known("Zoé", "Ailleurs", house.elsewhereId);
    expect((await search("zoe")).learners).toEqual([]);
    expect((await search("Nadia")).learners).toEqual([]);
    expect((await search("Lucie")).learners).toEqual([]);
    for (let count = 0; count <= MOST_FOUND; count += 1) await known("Marie", `Nombre ${count}`);
    const many = await search("marie");
    expect([many.learners.length, many.hasMore]).toEqual([MOST_FOUND, true]);
  });
});

describe("taking her into the group", () => {
  const add = (personId: string, who: keyof House["actors"] = "trainer", cohortId = house.cohortId) =>
    addKnownLearner(as(who), { cohortId, personId });

  it("happens once, is written down, and can happen again after she left", async () => {
    expect(await add(lea)).toEqual({ outcome: "added" });
    expect(await Promise.all([add(lea), add(lea)])).toEqual([
      { outcome: "already-member" },
      { outcome: "already-member" },
    ]);
    expect(await placesOf(lea)).toHaveLength(1);
    const entries = await database
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.subject, `person:${lea}`));
    expect(entries.map(({ action, detail }) => [action, detail])).toEqual([
      ["cohort.learner-taken-in", { cohortId: house.cohortId }],
    ]);
    await endMembership(as("trainer"), { cohortId: house.cohortId, personId: lea });
    expect(await add(lea)).toEqual({ outcome: "added" });
    expect((await search("lea")).learners).toEqual([]);
  });

  it("two trainers at once make one place", async () => {
    const twin = await known("Rosa", null);
    const outcomes = await Promise.all([add(twin), add(twin)]);
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(["added", "already-member"]);
    expect(await placesOf(twin)).toHaveLength(1);
  });

  it("is refused for people of another house, and for staff", async () => {
    const stranger = await known("Wim", "Elders", house.elsewhereId);
    for (const personId of [stranger, house.people.colleague, house.people.outsider]) {
      expect(await refusalOf(() => add(personId))).toBe("NOT_FOUND");
      expect(await placesOf(personId)).toEqual([]);
    }
  });

  it.each([
    ["anonymous", "UNAUTHENTICATED"],
    ["learner", "FORBIDDEN"],
    ["colleague", "FORBIDDEN"],
    ["coordinator", "FORBIDDEN"],
    ["outsider", "NOT_FOUND"],
    ["admin", "NOT_FOUND"],
  ] as const)("%s neither looks nor adds", async (who, code) => {
    expect(await refusalOf(() => search("lea", who))).toBe(code);
    expect(await refusalOf(() => add(lea, who))).toBe(code);
  });
});
