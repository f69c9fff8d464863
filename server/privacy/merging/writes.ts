import { allowMove } from "@/db/queries/merge-moves";
import {
  findPersonsNow,
  isLockConflict,
  listReferences,
  lockPersons,
  type MergeSubject,
} from "@/db/queries/merge-subjects";
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
import { canMergePersons } from "./policy";
import { mergeObstacle, organisationsOf, whereabouts } from "./rules";
import type { MergePersonsInput, PersonsMerged } from "./schema";

/** From the bottom of the ladder up; identity last, because it empties the row. */
const MOVING_ORDER = [organisations, passport, learning, assessment, simulation, credentials, identity];

/**
 * Longest wait for one row. Shorter than the second after which the database looks for two who wait for each other: a
 * learner who is answering right now never pays for a merge, the merge begins anew.
 */
const WAIT_MS = 300;
const MOST_TRIES = 10;

/**
 * Two entries of one person become one, in one transaction and for good. Everything she did, proved and holds under
 * either is hers; the name of `keepId` stays; the row of `removeId` is emptied and says whom it led to.
 *
 * @throws NOT_FOUND for persons out of sight; INVALID `merge-same` for one person twice; CONFLICT `merge-staff`,
 * `merge-across` (see `mergeObstacle`), or `merge-moved` when one of the two became a third meanwhile; UNAVAILABLE when
 * they are so busy that their rows cannot be had
 */
export async function mergePersons(ctx: ServiceContext, input: MergePersonsInput): Promise<PersonsMerged> {
  const before = await findPersonsNow(ctx.db, [input.keepId, input.removeId]);
  authorise(ctx, canMergePersons(ctx.actor, before.map(whereabouts)), "");
  for (let tries = 1; ; tries += 1) {
    try {
      return await withTransaction(ctx, (inside) => mergeHeld(inside, input));
    } catch (fault) {
      if (!isLockConflict(fault)) throw fault;
      if (tries >= MOST_TRIES) throw new DomainError("UNAVAILABLE");
    }
  }
}

async function mergeHeld(ctx: ServiceContext, input: MergePersonsInput): Promise<PersonsMerged> {
  const { keepId, removeId } = input;
  await lockPersons(ctx.db, [keepId, removeId], { waitMs: WAIT_MS });
  const pair = await findPersonsNow(ctx.db, [keepId, removeId]);
  authorise(ctx, canMergePersons(ctx.actor, pair.map(whereabouts)), "");
  const [keep, remove] = [found(pair[0]), found(pair[1])];
  if (keepId === removeId) throw new DomainError("INVALID", { reason: "merge-same" });
  if (keep.id === remove.id) return { outcome: "already-merged", personId: keep.id };
  if (keep.id !== keepId || remove.id !== removeId) {
    throw new DomainError("CONFLICT", { reason: "merge-moved" });
  }
  const obstacle = mergeObstacle(ctx.actor, keep, remove);
  if (obstacle) throw new DomainError("CONFLICT", { reason: obstacle });
  await moveEverything(ctx, keep, remove);
  return { outcome: "merged", personId: keepId };
}

async function moveEverything(ctx: ServiceContext, keep: MergeSubject, remove: MergeSubject): Promise<void> {
  const move = { fromId: remove.id, intoId: keep.id };
  await allowMove(ctx.db, move);
  const asSystem: ServiceContext = { ...ctx, actor: { kind: "system", name: "merge" } };
  for (const holder of MOVING_ORDER) await holder.movePersonalData(asSystem, move);
  const left = await listReferences(ctx.db, remove.id);
  // A new table nobody thought of: better nothing happens than half of a person stays behind.
  if (left.length > 0) throw new Error(`A merge would leave behind ${left.join(", ")}.`);
  const [organisationId, ...others] = new Set([...organisationsOf(keep), ...organisationsOf(remove)]);
  await audit(ctx, "person.merged", `person:${remove.id}`, {
    organisationId: others.length === 0 ? organisationId : undefined,
    detail: { into: keep.id, groups: whereabouts(remove).cohortIds.length },
  });
}
