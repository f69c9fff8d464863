import { randomUUID } from "node:crypto";
import {
  type APIRequestContext,
  type APIResponse,
  type Browser,
  type BrowserContext,
  expect,
  type Page,
} from "@playwright/test";
import { giveRole, join, makeCohort, makeOrganisation, makePerson, makeProject } from "./factories";
import { makeGraduate } from "./graduates";
import type { World } from "./journey";
import type { Caller, Ids } from "./places";

/** Signs in with one of the demonstration's buttons, named in French. */
export async function enterAsDemo(page: Page, door: string): Promise<void> {
  await page.goto("/fr/sign-in");
  await page
    .getByRole("region", { name: "Démonstration" })
    .getByRole("button", { name: door, exact: true })
    .click();
  await page.waitForURL((url) => !url.pathname.includes("sign-in"));
}

/** Calls a mutation as a browser does, with the cookies of the context. */
export async function mutate(
  request: APIRequestContext,
  procedure: string,
  input: unknown,
): Promise<APIResponse> {
  return request.post(`/api/trpc/${procedure}`, { data: input });
}

/** Like `mutate`, for a call that must succeed: gives its output. */
export async function succeed<Output>(
  request: APIRequestContext,
  procedure: string,
  input: unknown,
): Promise<Output> {
  const response = await mutate(request, procedure, input);
  expect(response.status(), `${procedure}: ${await response.text()}`).toBe(200);
  const { result } = await response.json();
  return result.data;
}

/** Somebody who has done the whole course in the group of this world. */
export function addGraduate(world: World, name: { firstName: string; familyName: string }): Promise<string> {
  return makeGraduate(world.database, world, name);
}

/** A trainer of another organisation, with a group and a learner there. */
export async function addOtherHouse(world: World) {
  const db = world.database;
  const organisationId = await makeOrganisation(db, { name: `Ailleurs ${randomUUID().slice(0, 8)}` });
  const projectId = await makeProject(db, [{ organisationId, role: "coordinator" }]);
  const cohortId = await makeCohort(db, { organisationId, projectId, name: "Groupe d’ailleurs" });
  const trainerId = await makePerson(db, {
    firstName: "Piet",
    email: `piet-${randomUUID()}@tests.digiskipass.example`,
    phone: "0470 00 00 05",
  });
  await giveRole(db, trainerId, "trainer", organisationId);
  await join(db, { cohortId, organisationId, personId: trainerId, role: "trainer" });
  const learnerId = await makePerson(db, { firstName: "Wim", familyName: "Ailleurs" });
  await join(db, { cohortId, organisationId, personId: learnerId, role: "learner" });
  return { organisationId, cohortId, trainerId, learnerId };
}

/** A trainer of this organisation with another group, and the coordinator of the other organisation. */
async function addColleagues(world: World, elsewhereId: string): Promise<[string, string]> {
  const { database: db, organisationId } = world;
  const projectId = await makeProject(db, [{ organisationId, role: "coordinator" }]);
  const cohortId = await makeCohort(db, {
    organisationId,
    projectId,
    name: `À côté ${randomUUID().slice(0, 8)}`,
  });
  const add = (firstName: string) =>
    makePerson(db, {
      firstName,
      email: `${firstName}-${randomUUID()}@tests.digiskipass.example`.toLowerCase(),
    });
  const [colleague, coordinator] = [await add("Omar"), await add("Griet")];
  await giveRole(db, colleague, "trainer", organisationId);
  await join(db, { cohortId, organisationId, personId: colleague, role: "trainer" });
  await giveRole(db, coordinator, "coordinator", elsewhereId);
  return [colleague, coordinator];
}

export type IssuedCertificate = { id: string; code: string; holder: string; issuedOn: string };

/** Issues the certificate of a learner of this world, as its trainer; `request` carries her session. */
export async function issueCertificate(
  request: APIRequestContext,
  world: World,
  personId: string,
): Promise<IssuedCertificate> {
  const output = await succeed<{ certificate: IssuedCertificate }>(request, "credentials.issueCertificate", {
    cohortId: world.cohortId,
    personId,
  });
  return output.certificate;
}

/** One browser per caller of the table of places, signed in, and the ids their addresses need. */
export async function addCallers(
  browser: Browser,
  world: World,
): Promise<{ contexts: Record<Caller, BrowserContext>; ids: Ids }> {
  const learner = await addGraduate(world, { firstName: "Colette", familyName: "Parfaite" });
  const elsewhere = await addOtherHouse(world);
  const [colleague, coordinatorElsewhere] = await addColleagues(world, elsewhere.organisationId);
  const enter = async (personId: string | null) => {
    const context = await browser.newContext({ locale: "fr-BE" });
    if (personId) await world.signIn(context, personId);
    return context;
  };
  const contexts = {
    anonymous: await enter(null),
    learner: await enter(learner),
    neighbour: await enter(world.learnerId),
    trainer: await enter(world.trainerId),
    colleague: await enter(colleague),
    elsewhere: await enter(elsewhere.trainerId),
    coordinator: await enter(world.coordinatorId),
    coordinatorElsewhere: await enter(coordinatorElsewhere),
    admin: await enter(world.adminId),
  };
  const certificate = await issueCertificate(contexts.trainer.request, world, learner);
  const ids = {
    cohort: world.cohortId,
    learner,
    organisation: world.organisationId,
    certificate: certificate.id,
    code: certificate.code,
  };
  return { contexts, ids };
}
