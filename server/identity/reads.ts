import { findPerson } from "@/db/queries/identity";
import { authorise } from "@/server/kernel/authorise";
import type { ServiceContext } from "@/server/kernel/context";
import { canAskWhoIAm } from "./policy";
import { roomsOf } from "./rules";
import { type MeView, meView } from "./schema";

/** The person who asks, or null for a visitor. */
export async function getMe(ctx: ServiceContext): Promise<MeView> {
  authorise(ctx, canAskWhoIAm(ctx.actor));
  if (ctx.actor.kind !== "person") return null;
  const person = await findPerson(ctx.db, ctx.actor.personId);
  if (!person) return null;
  return meView.parse({
    personId: person.id,
    firstName: person.firstName,
    locale: person.locale,
    textSize: person.textSize,
    theme: person.theme,
    contrast: person.contrast,
    rooms: roomsOf(ctx.actor.roles),
  });
}
