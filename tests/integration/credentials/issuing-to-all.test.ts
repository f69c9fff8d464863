import { eq } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { certificates } from "@/db/schema/credentials";
import { issueCertificate, issueReadyCertificates } from "@/server/credentials/writes";
import { pdf } from "@/server/platform/pdf";
import { database } from "@/tests/support/database";
import {
  contextOf,
  fakePorts,
  type House,
  join,
  makeHouse,
  makePerson,
  refusalOf,
} from "@/tests/support/factories";
import { makeGraduate } from "@/tests/support/graduates";

let house: House;
beforeAll(async () => {
  house = await makeHouse(database);
});

const as = (who: keyof House["actors"]) =>
  contextOf(database, house.actors[who], { ports: { ...fakePorts(), pdf } });
const issueAll = (who: keyof House["actors"] = "trainer") =>
  issueReadyCertificates(as(who), { cohortId: house.cohortId });
const issued = () => database.select().from(certificates).where(eq(certificates.cohortId, house.cohortId));

it.each([
  ["anonymous", "UNAUTHENTICATED"],
  ["learner", "FORBIDDEN"],
  ["colleague", "FORBIDDEN"],
  ["coordinator", "FORBIDDEN"],
  ["outsider", "NOT_FOUND"],
  ["admin", "NOT_FOUND"],
] as const)("%s issues to nobody", async (who, code) => {
  await makeGraduate(database, house, { firstName: "Agathe", familyName: "Prête" });
  expect(await refusalOf(() => issueAll(who))).toBe(code);
  expect(await issued()).toEqual([]);
});

it("everybody who is ready gets one, what is refused is said for that one, and a second press finds nobody new", async () => {
  const other = await makeHouse(database);
  house = other;
  const ready = await makeGraduate(database, house, { firstName: "Berthe", familyName: "Prête" });
  const had = await makeGraduate(database, house, { firstName: "Cécile", familyName: "Servie" });
  await issueCertificate(as("trainer"), { cohortId: house.cohortId, personId: had });
  const odd = await makeGraduate(database, house, { firstName: "龍", familyName: "Zed" });
  const beginner = await makePerson(database, { firstName: "Denise" });
  await join(database, {
    cohortId: house.cohortId,
    organisationId: house.organisationId,
    personId: beginner,
    role: "learner",
  });

  const { results } = await issueAll();
  expect(results).toEqual([
    { personId: ready, name: "Berthe Prête", outcome: "issued", reason: null },
    { personId: odd, name: "龍 Zed", outcome: "refused", reason: "unprintable-name" },
  ]);
  expect((await issued()).map(({ personId }) => personId).sort()).toEqual([ready, had].sort());
  expect((await issueAll()).results.map(({ personId, outcome }) => [personId, outcome])).toEqual([
    [odd, "refused"],
  ]);
  expect(await issued()).toHaveLength(2);
});

it("two trainers at once make one certificate each", async () => {
  house = await makeHouse(database);
  await makeGraduate(database, house, { firstName: "Fernande", familyName: "Unique" });
  await Promise.all([issueAll(), issueAll()]);
  expect(await issued()).toHaveLength(1);
});
