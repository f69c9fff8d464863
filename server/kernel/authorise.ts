import { belongsTo } from "./actor";
import type { ServiceContext } from "./context";
import { DomainError } from "./errors";

/**
 * Refuses unless the policy allowed. An unknown visitor gets UNAUTHENTICATED; a member of the organisation the
 * thing belongs to gets FORBIDDEN; anybody else gets NOT_FOUND, so that existence is not given away.
 *
 * @param allowed what a pure `policy.ts` function answered
 * @param organisationId the organisation the thing belongs to, when it is not public knowledge that it exists
 */
export function authorise(ctx: ServiceContext, allowed: boolean, organisationId?: string): void {
  if (allowed) return;
  if (ctx.actor.kind === "anonymous") throw new DomainError("UNAUTHENTICATED");
  const mayKnow = organisationId === undefined || belongsTo(ctx.actor, organisationId);
  throw new DomainError(mayKnow ? "FORBIDDEN" : "NOT_FOUND");
}
