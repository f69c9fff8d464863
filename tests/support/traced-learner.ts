import { randomBytes } from "node:crypto";
import type { Connection } from "@/db/client";
import { issueAccessCards } from "@/server/identity/access-cards/writes";
import { openSession } from "@/server/identity/sessions/writes";
import { noteAssistance } from "@/server/passport/writes";
import { contextOf, type House, SYSTEM } from "./factories";
import { later, makeLearner, playThrough, RUN, readLesson, takeCheck } from "./lessons";

/**
 * A learner with a trace in every table and names nobody else has: a card, reading, a check, a run with a hint, a note
 * of her trainer that names her.
 */
export async function makeTracedLearner(db: Connection, house: House) {
  const mark = randomBytes(4).toString("hex");
  const names = {
    firstName: `Zénobie${mark}`,
    familyName: `Quatremains${mark}`,
    email: `zenobie.${mark}@tests.digiskipass.example`,
  };
  const note = `${names.familyName} avait ses lunettes ${mark}.`;
  const { personId, actor } = await makeLearner(db, house, names);
  const ctx = contextOf(db, actor);
  const trainer = contextOf(db, house.actors.trainer);
  await readLesson(ctx);
  await playThrough(later(ctx, 1000), "guided", [{ type: "hint" }]);
  await takeCheck(later(ctx, 2000));
  await issueAccessCards(trainer, { cohortId: house.cohortId, personIds: [personId] });
  await noteAssistance(trainer, {
    cohortId: house.cohortId,
    personId,
    activityId: RUN,
    assistance: "accompanied",
    note,
    on: "2026-11-22",
  });
  return { personId, ctx, ...names, note };
}

/** Signs somebody in; the token is what her cookie holds. */
export async function signIn(db: Connection, personId: string): Promise<string> {
  const grant = {
    personId,
    means: "email-code",
    accessCardId: null,
    device: "ipad",
    replaces: null,
  } as const;
  return (await openSession(contextOf(db, SYSTEM), grant)).token;
}
