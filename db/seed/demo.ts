import type { Locale } from "@/db/enums";
import { insertMemberships } from "@/db/queries/cohorts";
import { findPersonByEmail } from "@/db/queries/identity";
import { DEMO_EMAILS } from "@/server/identity/rules";
import { createPerson, createStaff } from "@/server/identity/writes";
import type { ServiceContext } from "@/server/kernel/context";
import { addLearners, createCohort } from "@/server/organisations/cohorts/writes";
import { createOrganisation, createProject } from "@/server/organisations/writes";
import { DEMO_HISTORIES, PARTNER_HISTORIES, playHistories } from "./demo-histories";

const DAY_MS = 86_400_000;

/** Invented people of the demonstration, in the order of `DEMO_HISTORIES`; the first one signs in with one press. */
const LEARNERS = [
  "Marcel Dumoulin",
  "Simone Vandevelde",
  "Georges Lambert",
  "Lucienne Peeters",
  "André Collard",
  "Yvette Maréchal",
  "Fernand Jacobs",
  "Paulette Noël",
  "Roger Thiry",
  "Denise Schmitz",
  "Albert Wauters",
];
const PARTNER_LEARNERS = [
  "Godelieve Claes",
  "Jozef Mertens",
  "Maria Lenaerts",
  "Frans Goossens",
  "Rosa Verhoeven",
  "Leon Willems",
];

const AGENCY: Record<Locale, string> = {
  fr: "l’Agence Erasmus+ francophone (AEF-Europe)",
  nl: "het Erasmus+-agentschap AEF-Europe",
  de: "der Erasmus+-Agentur AEF-Europe",
  en: "the Erasmus+ agency AEF-Europe",
};

/**
 * Fills an empty instance with a marked demonstration: two partner organisations, one project, a group of twelve
 * learners at different stages and a small one of the partner. Everything goes through the real services, at the
 * times at which it is said to have happened. Does nothing when the demonstration is there.
 *
 * @param ctx a context of the system, inside one transaction
 * @returns whether anything was written
 */
export async function seedDemo(ctx: ServiceContext): Promise<boolean> {
  if (await findPersonByEmail(ctx.db, DEMO_EMAILS.trainer)) return false;
  const started = at(ctx, -21);
  const demo = { isDemo: true };
  const { organisationId } = await createOrganisation(started, {
    name: "Maison des Aînés de la Source (démo)",
    country: "BE",
    phone: "+32 2 000 00 10",
  });
  const { organisationId: partnerId } = await createOrganisation(started, {
    name: "Digipunt De Linde (demo)",
    country: "BE",
    phone: "+32 2 000 00 20",
  });
  await createProject(started, {
    grantNumber: "2023-1-BE01-KA210-ADU-000153530",
    title: "DigiSkiPasS",
    call: "2023 Round 1 KA210-ADU",
    agency: AGENCY,
    startsOn: null,
    endsOn: null,
    partners: [
      { organisationId, role: "coordinator" },
      { organisationId: partnerId, role: "partner" },
    ],
  });
  const staff = { organisationId, locale: "fr" as const };
  const { personId: trainerId } = await createStaff(
    started,
    {
      ...staff,
      role: "trainer",
      firstName: "Nadia",
      familyName: "Benali",
      email: DEMO_EMAILS.trainer,
      phone: "0470 00 00 02",
    },
    demo,
  );
  await createStaff(
    started,
    {
      ...staff,
      role: "coordinator",
      firstName: "Philippe",
      familyName: "Renard",
      email: DEMO_EMAILS.coordinator,
    },
    demo,
  );
  await createStaff(
    started,
    {
      role: "admin",
      organisationId: null,
      locale: "fr",
      firstName: "Claire",
      familyName: "Delvaux",
      email: DEMO_EMAILS.admin,
    },
    demo,
  );

  const { cohortId } = await createCohort(
    started,
    cohort(started, organisationId, "Atelier du mardi (démo)", "fr"),
    { trainerId },
  );
  const { personId: demoLearner } = await createPerson(
    started,
    {
      organisationId,
      firstName: "Jeanne",
      familyName: "Delacroix",
      email: DEMO_EMAILS.learner,
      locale: "fr",
    },
    demo,
  );
  await insertMemberships(started.db, [
    {
      id: ctx.newId(),
      organisationId,
      cohortId,
      personId: demoLearner,
      role: "learner",
      joinedAt: started.now,
    },
  ]);
  const added = await addLearners(started, { cohortId, names: LEARNERS.join("\n") }, demo);
  const others = added.outcome === "added" ? added.learners.map((learner) => learner.personId) : [];
  await playHistories(ctx, DEMO_HISTORIES, {
    organisationId,
    cohortId,
    trainerId,
    learnerIds: [demoLearner, ...others],
  });
  await seedPartner(started, partnerId, ctx.now);
  return true;
}

async function seedPartner(ctx: ServiceContext, organisationId: string, now: Date): Promise<void> {
  const { personId: trainerId } = await createStaff(
    ctx,
    {
      role: "trainer",
      organisationId,
      locale: "nl",
      firstName: "Griet",
      familyName: "Wouters",
      email: "trainer.partner@demo.digiskipass.example",
      phone: "0470 00 00 03",
    },
    { isDemo: true },
  );
  const input = cohort(ctx, organisationId, "Dinsdaggroep (demo)", "nl");
  const { cohortId } = await createCohort(ctx, input, { trainerId });
  const added = await addLearners(ctx, { cohortId, names: PARTNER_LEARNERS.join("\n") }, { isDemo: true });
  const learnerIds = added.outcome === "added" ? added.learners.map((learner) => learner.personId) : [];
  await playHistories({ ...ctx, now }, PARTNER_HISTORIES, {
    organisationId,
    cohortId,
    trainerId,
    learnerIds,
  });
}

function cohort(ctx: ServiceContext, organisationId: string, name: string, locale: Locale) {
  const startsOn = ctx.now.toISOString().slice(0, 10);
  return { organisationId, name, course: "itsme-eid" as const, locale, startsOn, endsOn: null };
}

/** The same context some days earlier (negative) or later. */
function at(ctx: ServiceContext, days: number): ServiceContext {
  return { ...ctx, now: new Date(ctx.now.getTime() + days * DAY_MS) };
}
