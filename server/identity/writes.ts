import {
  findPersonByEmail,
  insertPerson,
  insertRoleAssignment,
  updatePreferences,
} from "@/db/queries/identity";
import { audit } from "@/server/kernel/audit";
import { authorise } from "@/server/kernel/authorise";
import { type ServiceContext, withTransaction } from "@/server/kernel/context";
import { DomainError, found } from "@/server/kernel/errors";
import { parseInput } from "@/server/kernel/invalid-input";
import { canCreatePerson, canCreateStaff, canManageOwnAccount } from "./policy";
import {
  type CreatePersonInput,
  type CreateStaffInput,
  createPersonInput,
  createStaffInput,
  type UpdateProfileInput,
} from "./schema";

/**
 * Makes a learner in an organisation. Joins the caller's transaction.
 *
 * @param options `personId` when the caller needs to know it beforehand; `isDemo` for marked demonstration data
 * @throws CONFLICT (`already-used` at `email`): this is one person already, never a second one
 */
export async function createPerson(
  ctx: ServiceContext,
  input: CreatePersonInput,
  options: { personId?: string; isDemo?: boolean } = {},
): Promise<{ personId: string }> {
  authorise(ctx, canCreatePerson(ctx.actor, input.organisationId), input.organisationId);
  const { organisationId, ...person } = parseInput(createPersonInput, input);
  const personId = options.personId ?? ctx.newId();
  return withTransaction(ctx, async (inside) => {
    const isNew = await insertPerson(inside.db, {
      ...person,
      id: personId,
      isDemo: options.isDemo ?? false,
      createdAt: ctx.now,
    });
    if (!isNew) throw new DomainError("CONFLICT", { fields: { email: "already-used" } });
    await insertRoleAssignment(inside.db, {
      id: ctx.newId(),
      personId,
      role: "learner",
      organisationId,
      assignedAt: ctx.now,
    });
    await audit(inside, "person.created", `person:${personId}`, {
      organisationId,
      detail: { role: "learner" },
    });
    return { personId };
  });
}

/**
 * Gives somebody a staff role. A known e-mail address is the same person, who then holds one role more; names and
 * telephone of a known person stay as they are. Joins the caller's transaction.
 */
export async function createStaff(
  ctx: ServiceContext,
  input: CreateStaffInput,
  options: { personId?: string; isDemo?: boolean } = {},
): Promise<{ outcome: "created" | "role-added" | "already-held"; personId: string }> {
  authorise(ctx, canCreateStaff(ctx.actor, input), input.organisationId ?? undefined);
  const { role, organisationId, ...person } = parseInput(createStaffInput, input);
  return withTransaction(ctx, async (inside) => {
    const fresh = options.personId ?? ctx.newId();
    const isNew = await insertPerson(inside.db, {
      ...person,
      id: fresh,
      isDemo: options.isDemo ?? false,
      createdAt: ctx.now,
    });
    const personId = isNew ? fresh : found(await findPersonByEmail(inside.db, person.email)).id;
    const isRoleNew = await insertRoleAssignment(inside.db, {
      id: ctx.newId(),
      personId,
      role,
      organisationId,
      assignedAt: ctx.now,
    });
    if (!isRoleNew) return { outcome: "already-held", personId };
    await audit(inside, isNew ? "person.created" : "role.assigned", `person:${personId}`, {
      organisationId: organisationId ?? undefined,
      detail: { role },
    });
    return { outcome: isNew ? "created" : "role-added", personId };
  });
}

/** Keeps the acting person's language, size of text and colours; what is left out stays as it is. */
export async function updateProfile(
  ctx: ServiceContext,
  input: UpdateProfileInput,
): Promise<{ outcome: "saved" }> {
  authorise(ctx, canManageOwnAccount(ctx.actor));
  if (ctx.actor.kind !== "person") throw new DomainError("UNAUTHENTICATED");
  await updatePreferences(ctx.db, { personId: ctx.actor.personId, ...input });
  return { outcome: "saved" };
}
