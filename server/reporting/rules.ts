import type { Assistance } from "@/db/enums";
import { isStuck, STUCK_DAYS, STUCK_TRIES } from "@/server/learning/rules";
import type { Progress } from "@/server/learning/schema";
import { moreHelped } from "@/server/passport/rules";
import type { EvidenceLine } from "@/server/passport/schema";
import { type CourseWords, kindOf } from "./course-words/rules";
import type { ActivityLine, LearnerLine, NeedForCall, PartnerNumbers, ProofLine } from "./schema";

/** The things under each key, in their order. */
export function groupBy<Thing, Key>(
  things: readonly Thing[],
  keyOf: (thing: Thing) => Key,
): Map<Key, Thing[]> {
  const groups = new Map<Key, Thing[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    const group = groups.get(key);
    if (group) group.push(thing);
    else groups.set(key, [thing]);
  }
  return groups;
}

const DAY_MS = 86_400_000;
const daysBetween = (earlier: Date, later: Date) =>
  Math.max(0, Math.floor((later.getTime() - earlier.getTime()) / DAY_MS));

/** Fewest learners an organisation must have for its hours and certificates to be shown. */
export const FEWEST_LEARNERS_SHOWN = 5;

/** The place to talk about on the phone: the one with many wrong tries, else the open one used last, else the last of all. */
export function currentPlace<Place extends Progress>(places: readonly Place[]): Place | null {
  const newest = byNewest(places);
  const open = newest.filter((place) => !place.completedAt);
  return open.find((place) => place.triesOnStep >= STUCK_TRIES) ?? open[0] ?? newest[0] ?? null;
}

function byNewest<Place extends Progress>(places: readonly Place[]): Place[] {
  return [...places].sort((a, b) => b.lastEventAt.getTime() - a.lastEventAt.getTime());
}

/**
 * Why to call a learner today; null when there is no need. Three wrong tries on a step come before two days of
 * silence in the middle of an activity; who joined two days ago and never began is called as well. An event in any
 * activity breaks the silence.
 */
export function needForCallOf(places: readonly Progress[], joinedAt: Date, now: Date): NeedForCall | null {
  const place = currentPlace(places);
  const lastEventAt = byNewest(places)[0]?.lastEventAt;
  if (!place || !lastEventAt) {
    const days = daysBetween(joinedAt, now);
    return days >= STUCK_DAYS ? { reason: "not-started", tries: 0, days } : null;
  }
  if (!isStuck({ ...place, lastEventAt }, now)) return null;
  const reason = place.triesOnStep >= STUCK_TRIES ? "tries" : "silence";
  return { reason, tries: place.triesOnStep, days: daysBetween(lastEventAt, now) };
}

/** Stuck is to stand still in the middle of something: not to have begun is another matter. */
export function isStuckCall(call: NeedForCall | null): boolean {
  return call !== null && call.reason !== "not-started";
}

const URGENCY = { tries: 0, silence: 1, "not-started": 2 } as const;
type Ranked = Pick<LearnerLine, "call" | "lastActivityAt" | "familyName" | "firstName">;

/** Order of the group's page: whom to call first, the others with the newest activity first, then by name. */
export function byNeed(a: Ranked, b: Ranked): number {
  if (a.call && b.call) {
    return (
      URGENCY[a.call.reason] - URGENCY[b.call.reason] ||
      b.call.tries - a.call.tries ||
      b.call.days - a.call.days ||
      byName(a, b)
    );
  }
  if (a.call || b.call) return a.call ? -1 : 1;
  return (b.lastActivityAt ?? "").localeCompare(a.lastActivityAt ?? "") || byName(a, b);
}

function byName(a: Ranked, b: Ranked): number {
  return `${a.familyName ?? ""} ${a.firstName}`.localeCompare(`${b.familyName ?? ""} ${b.firstName}`);
}

/** The most help among some proofs; null without any. */
export function mostHelp(proofs: readonly { assistance: Assistance }[]): Assistance | null {
  return proofs.reduce<Assistance | null>(
    (most, proof) => (most === null ? proof.assistance : moreHelped(most, proof.assistance)),
    null,
  );
}

/** Every activity of the course in teaching order, with the learner's place in it. */
export function activityLines(words: CourseWords, places: readonly Progress[]): ActivityLine[] {
  const byId = new Map(places.map((place) => [place.activityId, place]));
  return words.activities.map((activity) => {
    const place = byId.get(activity.id);
    return {
      activityId: activity.id,
      lesson: activity.lesson,
      lessonTitle: words.lessonTitles.get(activity.lesson) ?? activity.lesson,
      kind: activity.kind,
      title: words.activityTitles.get(activity.id) ?? null,
      state: place ? (place.completedAt ? "done" : "under-way") : "not-yet",
      stepNumber: place?.stepNumber ?? 0,
      stepCount: place?.stepCount ?? activity.stepCount,
      stepTitle: place ? (words.stepTitles.get(activity.id)?.get(place.stepId) ?? null) : null,
      tries: place?.triesOnStep ?? 0,
      stepsDone: place?.doneSteps.length ?? 0,
      bestScore: place?.bestScore ?? null,
      lastScore: place?.lastScore ?? null,
      lastEventAt: place?.lastEventAt.toISOString() ?? null,
      completedAt: place?.completedAt?.toISOString() ?? null,
    };
  });
}

/** What makes the lines of one attempt, or of one note, belong together. */
const occasionOf = (line: EvidenceLine) =>
  JSON.stringify([line.source, line.activityId, line.occurredAt, line.assistance, line.score, line.note]);

/** What a learner proved, the newest first: the lines of one attempt or one note become one line. */
export function proofLines(words: CourseWords, proofs: readonly EvidenceLine[]): ProofLine[] {
  return [...groupBy(proofs, occasionOf).values()]
    .flatMap((lines) => {
      const [first] = lines;
      if (!first) return [];
      const lesson = first.activityId.slice(0, first.activityId.indexOf("/"));
      return [
        {
          id: first.id,
          source: first.source,
          activityId: first.activityId,
          lessonTitle: words.lessonTitles.get(lesson) ?? null,
          kind: kindOf(words, first.activityId),
          competences: [...new Set(lines.map((line) => line.competence))].sort(),
          assistance: first.assistance,
          score: first.score,
          note: first.note,
          occurredAt: first.occurredAt,
        },
      ];
    })
    .sort((a, b) => b.occurredAt.localeCompare(a.occurredAt));
}

/** Next thing to do with a group. */
export function nextForCohort(counts: {
  learners: number;
  toCall: number;
}): "add-learners" | "call" | "look" {
  if (counts.learners === 0) return "add-learners";
  return counts.toCall > 0 ? "call" : "look";
}

/**
 * Hides hours and certificates of organisations with one to four learners, because a person could be recognised in
 * them. When only one is hidden it could be worked out from the project's total, so the next smallest is hidden with
 * it. How many learners each partner has is part of the report to the agency and stays.
 * Source: five is the usual threshold of statistical offices.
 */
export function hideSmallNumbers(partners: readonly PartnerNumbers[]): PartnerNumbers[] {
  const counted = partners.filter((partner) => partner.learners > 0).sort((a, b) => a.learners - b.learners);
  const small = counted.filter((partner) => partner.learners < FEWEST_LEARNERS_SHOWN);
  const hidden = new Set(
    (small.length === 1 ? counted.slice(0, 2) : small).map((partner) => partner.organisationId),
  );
  return partners.map((partner) =>
    hidden.has(partner.organisationId) ? { ...partner, activeSeconds: null, certificates: null } : partner,
  );
}

/** A mean over some learners of one organisation, or of the whole project where `organisationId` is null. */
export type MeanRow = { projectId: string; organisationId: string | null; learners: number; mean: number };

/**
 * Which means may be shown: those over five learners or more. One hidden part could be worked out from the whole, so
 * the next smallest goes with it; without the whole, each part speaks for itself.
 *
 * @param rows one project's parts and its whole
 */
export function showableMeans(rows: readonly MeanRow[]): MeanRow[] {
  const enough = (row: MeanRow) => row.learners >= FEWEST_LEARNERS_SHOWN;
  const parts = rows.filter((row) => row.organisationId !== null).sort((a, b) => a.learners - b.learners);
  const small = parts.filter((row) => !enough(row));
  const hidden = new Set(small.length === 1 ? parts.slice(0, 2) : small);
  return rows.filter((row) => enough(row) && !hidden.has(row));
}
