import { createHash, randomBytes, randomUUID } from "node:crypto";
import AxeBuilder from "@axe-core/playwright";
import { type BrowserContext, test as base, expect, type Page } from "@playwright/test";
import { closeDatabase, createDatabase, type Database } from "@/db/client";
import type { Role } from "@/db/enums";
import { sessions } from "@/db/schema/identity";
import { giveRole, join, makeCohort, makeOrganisation, makePerson, makeProject } from "./factories";

/** The people of one test: their own organisation, project and group, seen by no other test. */
export type World = {
  database: Database;
  organisationId: string;
  cohortId: string;
  learnerId: string;
  trainerId: string;
  coordinatorId: string;
  adminId: string;
  /** Signs a person in on this device, as the server does, without clicking through the door. */
  signIn(context: BrowserContext, personId: string): Promise<void>;
};

type Fixtures = { world: World };

const FAR = 30 * 86_400_000;

async function makeStaff(db: Database, role: Role, organisationId: string | null, firstName: string) {
  const email = `${role}-${randomUUID()}@tests.digiskipass.example`;
  const personId = await makePerson(db, { firstName, email, phone: "0470 00 00 04" });
  await giveRole(db, personId, role, organisationId);
  return personId;
}

export const test = base.extend<Fixtures>({
  world: async ({ baseURL }, use) => {
    const database = createDatabase(process.env.DATABASE_URL ?? "", { max: 2 });
    const organisationId = await makeOrganisation(database);
    const projectId = await makeProject(database, [{ organisationId, role: "coordinator" }]);
    const cohortId = await makeCohort(database, { organisationId, projectId });
    const learnerId = await makePerson(database, { firstName: "Odette", familyName: "Essai" });
    await giveRole(database, learnerId, "learner", organisationId);
    const trainerId = await makeStaff(database, "trainer", organisationId, "Karim");
    const coordinatorId = await makeStaff(database, "coordinator", organisationId, "Lise");
    const adminId = await makeStaff(database, "admin", null, "Agnès");
    await join(database, { cohortId, organisationId, personId: trainerId, role: "trainer" });
    await join(database, { cohortId, organisationId, personId: learnerId, role: "learner" });
    const signIn: World["signIn"] = async (context, personId) => {
      const token = randomBytes(32).toString("base64url");
      const now = new Date();
      await database.insert(sessions).values({
        id: randomUUID(),
        tokenHash: createHash("sha256").update(token).digest(),
        personId,
        means: personId === learnerId ? "access-card" : "email-code",
        device: "linux",
        createdAt: now,
        lastSeenAt: now,
        expiresAt: new Date(now.getTime() + FAR),
      });
      await context.addCookies([
        { name: "session", value: token, url: baseURL ?? "", httpOnly: true, sameSite: "Lax" },
      ]);
    };
    await use({ database, organisationId, cohortId, learnerId, trainerId, coordinatorId, adminId, signIn });
    await closeDatabase(database);
  },
});

export { expect };

/**
 * What axe finds against WCAG 2.2 A and AA and its own good practice, one line per rule.
 * Without `colours` it leaves the contrast out, its slowest rule: colours are the same in every language.
 */
export async function violationsOf(page: Page, { colours = true } = {}): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    // No page of ours holds a frame of another site: without that care axe takes a third of the time.
    .setLegacyMode()
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
    .disableRules(colours ? [] : ["color-contrast"])
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target).join(" | ")}`);
}

/** No violation of WCAG 2.2 A and AA, and no sideways scrolling at 320 px. */
export async function expectAccessible(page: Page): Promise<void> {
  const before = page.viewportSize();
  // Tall enough for the whole page: the help shelf then lies below the content and hides no target from axe.
  await page.setViewportSize({ width: before?.width ?? 1280, height: 4000 });
  expect(await violationsOf(page)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 640 });
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, "sideways scrolling at 320 px").toBeLessThanOrEqual(0);
  if (before) await page.setViewportSize(before);
}
