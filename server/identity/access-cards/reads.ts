import { findAccessCard, findHelper } from "@/db/queries/identity-access-cards";
import { authorise } from "@/server/kernel/authorise";
import type { ServiceContext } from "@/server/kernel/context";
import { countTry } from "@/server/kernel/rate-limit";
import { canTryToSignIn } from "../policy";
import { CARD_LOOKS_PER_ADDRESS } from "./rules";
import type { CardState } from "./schema";

/**
 * Whether a card can still open anything, before anybody tries its pictures. It says no more than a try does, and a
 * card nobody knows looks like one that is open. Who looks very often sees every card as open.
 */
export async function getCardState(ctx: ServiceContext, input: { code: string }): Promise<CardState> {
  authorise(ctx, canTryToSignIn(ctx.actor));
  if (await countTry(ctx, "card-look", ctx.clientAddress, CARD_LOOKS_PER_ADDRESS)) return { state: "open" };
  const card = await findAccessCard(ctx.db, ctx.ports.secrets.hash("card-code", input.code));
  if (!card || (card.revokedAt === null && card.lockedAt === null)) return { state: "open" };
  const helper = await findHelper(ctx.db, card);
  return { state: card.revokedAt === null ? "locked" : "replaced", helper };
}
