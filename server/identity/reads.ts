import type { z } from "zod";
import { findPerson } from "@/db/queries/identity";
import { listFormerIds as findFormerIds, isMerged } from "@/db/queries/merge-subjects";
import { authorise } from "@/server/kernel/authorise";
import type { ServiceContext } from "@/server/kernel/context";
import { canAskWhoIAm, canManageOwnAccount } from "./policy";
import { roomsOf } from "./rules";
import { type formerIds, type MeView, meView } from "./schema";

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

/** Whether the acting person turned out to be somebody else since she was recognised. */
export async function hasBecomeAnother(ctx: ServiceContext): Promise<boolean> {
  authorise(ctx, canAskWhoIAm(ctx.actor));
  return ctx.actor.kind === "person" && (await isMerged(ctx.db, ctx.actor.personId));
}

/** Ids the acting person had before two entries of her became one: what a browser kept for them is hers. */
export async function listFormerIds(ctx: ServiceContext): Promise<z.infer<typeof formerIds>> {
  authorise(ctx, canManageOwnAccount(ctx.actor));
  return ctx.actor.kind === "person" ? findFormerIds(ctx.db, ctx.actor.personId) : [];
}
