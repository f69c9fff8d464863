import type { z } from "zod";
import { findOrganisation, listOrganisationsWithCounts, listStaffRoles } from "@/db/queries/organisations";
import { authorise } from "@/server/kernel/authorise";
import type { ServiceContext } from "@/server/kernel/context";
import { found } from "@/server/kernel/errors";
import { canEnterTeamRoom, canManageOrganisations, canManageStaff } from "./policy";
import type {
  listOwnStaffOutput,
  listStaffInput,
  listStaffOutput,
  OrganisationLine,
  StaffMember,
} from "./schema";

/** Every organisation of the instance with its counts, by name. */
export async function listOrganisations(ctx: ServiceContext): Promise<OrganisationLine[]> {
  authorise(ctx, canManageOrganisations(ctx.actor));
  return listOrganisationsWithCounts(ctx.db);
}

/**
 * Who teaches and coordinates in an organisation.
 *
 * @throws FORBIDDEN for a colleague without the role, NOT_FOUND for a stranger
 */
export async function listStaff(
  ctx: ServiceContext,
  input: z.infer<typeof listStaffInput>,
): Promise<z.infer<typeof listStaffOutput>> {
  authorise(ctx, canManageStaff(ctx.actor, input.organisationId), input.organisationId);
  const { id, name } = found(await findOrganisation(ctx.db, input.organisationId));
  const staff = new Map<string, StaffMember>();
  for (const { role, ...person } of await listStaffRoles(ctx.db, input.organisationId)) {
    if (role !== "trainer" && role !== "coordinator") continue;
    const known = staff.get(person.personId);
    if (known) known.roles.push(role);
    else staff.set(person.personId, { ...person, roles: [role] });
  }
  return { organisation: { id, name }, staff: [...staff.values()] };
}

/** The team of every organisation the acting person coordinates. */
export async function listOwnStaff(ctx: ServiceContext): Promise<z.infer<typeof listOwnStaffOutput>> {
  authorise(ctx, canEnterTeamRoom(ctx.actor));
  const roles = ctx.actor.kind === "person" ? ctx.actor.roles : [];
  const own = roles.flatMap(({ role, organisationId }) =>
    role === "coordinator" && organisationId ? [organisationId] : [],
  );
  return Promise.all(own.map((organisationId) => listStaff(ctx, { organisationId })));
}
