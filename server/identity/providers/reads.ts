import { findPersonByEmail, listStaffAmong } from "@/db/queries/identity";
import { authorise } from "@/server/kernel/authorise";
import type { ServiceContext } from "@/server/kernel/context";
import { canRunSignIn } from "../policy";
import { providerClaims } from "./schema";

/**
 * The member of staff whom an identity provider vouches for, by an e-mail address it has verified; null for anybody
 * else. It makes nobody: who is not known has to be added by her organisation first.
 *
 * @param claims what the provider said, unchecked
 */
export async function findStaffByClaims(
  ctx: ServiceContext,
  claims: unknown,
): Promise<{ personId: string } | null> {
  authorise(ctx, canRunSignIn(ctx.actor));
  const parsed = providerClaims.safeParse(claims);
  if (!parsed.success) return null;
  const person = await findPersonByEmail(ctx.db, parsed.data.email);
  if (!person || (await listStaffAmong(ctx.db, [person.id])).length === 0) return null;
  return { personId: person.id };
}
