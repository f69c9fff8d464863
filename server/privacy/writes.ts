import type { Connection } from "@/db/client";
import {
  allowErasure,
  findDataSubject,
  isOnlyAdmin,
  isOnlyTrainerSomewhere,
  selectAuditLines,
} from "@/db/queries/personal-data";
import * as assessment from "@/server/assessment/personal-data";
import * as credentials from "@/server/credentials/personal-data";
import * as identity from "@/server/identity/personal-data";
import { audit } from "@/server/kernel/audit";
import { authorise } from "@/server/kernel/authorise";
import { type ServiceContext, withTransaction } from "@/server/kernel/context";
import { DomainError, found } from "@/server/kernel/errors";
import * as learning from "@/server/learning/personal-data";
import * as organisations from "@/server/organisations/personal-data";
import * as passport from "@/server/passport/personal-data";
import * as simulation from "@/server/simulation/personal-data";
import { canErasePerson, canExportPerson } from "./policy";
import { type PersonExport, type PersonInput, personExport } from "./schema";

/** Every domain that holds data about persons, as the ladder has them. */
const HOLDERS = { identity, organisations, passport, learning, assessment, simulation, credentials };

/** From the top of the ladder down: what refers to something goes before it. */
const ERASING_ORDER = [credentials, simulation, assessment, learning, passport, organisations, identity];

/**
 * Everything that is held about a person, for herself or for an administrator. A download of somebody's data is
 * audited, so this is a write.
 *
 * @throws NOT_FOUND for anybody else, and for who is not there or was erased; CONFLICT `merged-person` for an id whose
 * owner is known by another one since two entries of her became one
 */
export async function exportPerson(ctx: ServiceContext, input: PersonInput): Promise<PersonExport> {
  authorise(ctx, canExportPerson(ctx.actor, input), "");
  const { personId } = input;
  return withTransaction(ctx, async (inside) => {
    const subject = found(await findDataSubject(inside.db, personId));
    refuseMerged(subject);
    if (subject.isErased) throw new DomainError("NOT_FOUND");
    await audit(inside, "person.exported", `person:${personId}`);
    const sections: Record<string, unknown> = {};
    for (const [name, holder] of Object.entries(HOLDERS)) {
      sections[name] = await holder.exportPersonalData(inside.db, personId);
    }
    const everything = {
      format: "digiskipass-person/1",
      personId,
      exportedAt: ctx.now,
      ...sections,
      actions: await selectAuditLines(inside.db, personId),
    };
    return personExport.parse(JSON.parse(JSON.stringify(everything)));
  });
}

/**
 * Erases a person, in one transaction: her log, answers, runs, proofs, places, roles, cards, codes and devices are
 * deleted, so she is signed out everywhere at once. What stays: certificates, without her, for who holds the paper;
 * the audit, which knows ids only; and an empty row that those ids lead to. Backups keep her until they are rotated.
 *
 * @throws NOT_FOUND for somebody else's person; FORBIDDEN for staff who would erase themselves; CONFLICT `last-trainer`
 * or `last-admin` when others would be left alone, `merged-person` as above
 */
export async function erasePerson(
  ctx: ServiceContext,
  input: PersonInput,
): Promise<{ outcome: "erased" | "already-erased" }> {
  const { personId } = input;
  const subject = await findDataSubject(ctx.db, personId);
  const isStaff = subject?.roles.some((role) => role !== "learner") ?? false;
  const isSelf = ctx.actor.kind === "person" && ctx.actor.personId === personId;
  authorise(ctx, canErasePerson(ctx.actor, { personId, isStaff }), isSelf ? undefined : "");
  return withTransaction(ctx, async (inside) => {
    const held = found(await findDataSubject(inside.db, personId, { hold: true }));
    refuseMerged(held);
    if (held.isErased) return { outcome: "already-erased" };
    await refuseToLeaveAlone(inside.db, personId);
    await allowErasure(inside.db);
    for (const holder of ERASING_ORDER) await holder.erasePersonalData(inside.db, personId);
    await audit(inside, "person.erased", `person:${personId}`, { detail: { bySelf: isSelf } });
    return { outcome: "erased" };
  });
}

/** Under this id nothing is held any more, but there is somebody: neither "erased" nor "nothing" would be true. */
function refuseMerged(subject: { isMerged: boolean }): void {
  if (subject.isMerged) throw new DomainError("CONFLICT", { reason: "merged-person" });
}

async function refuseToLeaveAlone(db: Connection, personId: string): Promise<void> {
  if (await isOnlyAdmin(db, personId)) throw new DomainError("CONFLICT", { reason: "last-admin" });
  if (await isOnlyTrainerSomewhere(db, personId)) {
    throw new DomainError("CONFLICT", { reason: "last-trainer" });
  }
}
