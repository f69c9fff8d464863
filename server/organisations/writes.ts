import {
  findOrganisation,
  insertOrganisation,
  insertProject,
  insertProjectPartners,
  isOrganisationNameTaken,
} from "@/db/queries/organisations";
import { createStaff } from "@/server/identity/writes";
import { audit } from "@/server/kernel/audit";
import { authorise } from "@/server/kernel/authorise";
import { type Mail, type ServiceContext, withTransaction } from "@/server/kernel/context";
import { DomainError, found } from "@/server/kernel/errors";
import { canCreateProject, canManageOrganisations, canManageStaff } from "./policy";
import type {
  CreateOrganisationInput,
  CreateProjectInput,
  CreateTrainerInput,
  WelcomeMailFacts,
} from "./schema";

/**
 * Adds a partner organisation to the instance.
 *
 * @param options `organisationId` when the caller needs to know it beforehand
 * @throws CONFLICT (`already-used` at `name`), whatever the capitals
 */
export async function createOrganisation(
  ctx: ServiceContext,
  input: CreateOrganisationInput,
  options: { organisationId?: string } = {},
): Promise<{ organisationId: string }> {
  authorise(ctx, canManageOrganisations(ctx.actor));
  const organisationId = options.organisationId ?? ctx.newId();
  return withTransaction(ctx, async (inside) => {
    const isTaken =
      (await isOrganisationNameTaken(inside.db, input.name)) ||
      !(await insertOrganisation(inside.db, { ...input, id: organisationId, createdAt: ctx.now }));
    if (isTaken) throw new DomainError("CONFLICT", { fields: { name: "already-used" } });
    await audit(inside, "organisation.created", `organisation:${organisationId}`, {
      organisationId,
      detail: { country: input.country },
    });
    return { organisationId };
  });
}

/**
 * Names somebody trainer of an organisation and welcomes her by e-mail. An address that is known is the same person,
 * who then holds one role more.
 *
 * The mail is handed over as the last act before the transaction ends: when the mail server cannot take it, nothing
 * was created and the same form can be sent again. The price: a mail may go out for a trainer whose creation then
 * fails at the very end; it holds no secret, and its link leads to the ordinary sign-in page.
 *
 * @param compose writes the mail in its language
 * @throws CONFLICT (`already-trainer` at `email`) for who teaches there already, UNAVAILABLE without a mail server
 */
export async function createTrainer(
  ctx: ServiceContext,
  input: CreateTrainerInput,
  compose: (facts: WelcomeMailFacts) => Mail,
): Promise<{ outcome: "created" | "role-added"; personId: string }> {
  authorise(ctx, canManageStaff(ctx.actor, input.organisationId), input.organisationId);
  const organisation = found(await findOrganisation(ctx.db, input.organisationId));
  return withTransaction(ctx, async (inside) => {
    const { outcome, personId } = await createStaff(inside, { ...input, role: "trainer" });
    if (outcome === "already-held")
      throw new DomainError("CONFLICT", { fields: { email: "already-trainer" } });
    await ctx.ports.mail.send(
      compose({
        to: input.email,
        firstName: input.firstName,
        locale: input.locale,
        organisation: organisation.name,
        link: `${ctx.ports.appUrl}/${input.locale}/sign-in`,
      }),
    );
    return { outcome, personId };
  });
}

/**
 * Writes down a funded project and its partners.
 *
 * @throws CONFLICT (`already-used` at `grantNumber`)
 */
export async function createProject(
  ctx: ServiceContext,
  input: CreateProjectInput,
  options: { projectId?: string } = {},
): Promise<{ projectId: string }> {
  authorise(ctx, canCreateProject(ctx.actor));
  const { partners, ...project } = input;
  const projectId = options.projectId ?? ctx.newId();
  return withTransaction(ctx, async (inside) => {
    const isNew = await insertProject(inside.db, { ...project, id: projectId, createdAt: ctx.now });
    if (!isNew) throw new DomainError("CONFLICT", { fields: { grantNumber: "already-used" } });
    await insertProjectPartners(
      inside.db,
      partners.map((partner) => ({ ...partner, projectId })),
    );
    await audit(inside, "project.created", `project:${projectId}`, { detail: { partners: partners.length } });
    return { projectId };
  });
}
