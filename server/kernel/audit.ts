import { insertAuditEntry } from "@/db/queries/audit";
import type { ServiceContext } from "./context";

/**
 * Writes who did what, in the caller's transaction: when the audit row cannot be written, neither is the rest.
 *
 * @param action `entity.verb`, such as "certificate.issued"
 * @param subject what it was done to, as `entity:id`
 * @param detail ids, codes and counts; never names, addresses or secrets
 */
export async function audit(
  ctx: ServiceContext,
  action: string,
  subject: string,
  options: { organisationId?: string; detail?: Record<string, string | number | boolean | null> } = {},
): Promise<void> {
  const actor = ctx.actor.kind === "person" ? `person:${ctx.actor.personId}` : ctx.actor.kind;
  await insertAuditEntry(ctx.db, {
    id: ctx.newId(),
    organisationId: options.organisationId ?? null,
    actor: ctx.actor.kind === "system" ? `system:${ctx.actor.name}` : actor,
    action,
    subject,
    detail: options.detail ?? {},
    at: ctx.now,
  });
}
