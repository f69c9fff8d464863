import type { Role } from "@/db/enums";
import { findPersonByEmail } from "@/db/queries/identity";
import { authorise } from "@/server/kernel/authorise";
import type { ServiceContext } from "@/server/kernel/context";
import { canRunSignIn } from "../policy";
import { DEMO_EMAILS } from "../rules";

/** The person of the demonstration who plays this role; null when there is none, or a real person has the address. */
export async function findDemoPerson(
  ctx: ServiceContext,
  input: { role: Role },
): Promise<{ personId: string } | null> {
  authorise(ctx, canRunSignIn(ctx.actor));
  const person = await findPersonByEmail(ctx.db, DEMO_EMAILS[input.role]);
  return person?.isDemo ? { personId: person.id } : null;
}
