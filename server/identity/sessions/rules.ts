import type { SignInMeans } from "@/db/enums";
import type { ActorMembership, ActorRole } from "@/server/kernel/actor";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A learner stays signed in on her tablet for a season without using it: signing in is the hardest step there is. */
const LEARNER_IDLE = 90 * DAY;

/** Staff see other people's data: half a day without use ends the session, a week ends it in any case. */
const STAFF_IDLE = 12 * HOUR;
const STAFF_LONGEST = 7 * DAY;

/** `last_seen_at` is written at most this often: a page view should not cost a write. */
export const SEEN_EVERY_MS = 15 * MINUTE;

/** Life of the cookie, in seconds: the longest that browsers allow. The row in `sessions` decides, not the cookie. */
export const COOKIE_SECONDS = 400 * 24 * 60 * 60;

type Rights = { roles: ActorRole[]; memberships: ActorMembership[] };

/** What a session may do: a card is printed on paper, so it opens the learner's room and no other. */
export function rightsOf(means: SignInMeans, held: Rights): Rights {
  if (means !== "access-card") return held;
  return {
    roles: held.roles.filter((role) => role.role === "learner"),
    memberships: held.memberships.filter((place) => place.role === "learner"),
  };
}

/** When a session ends if it is not used again after `seenAt`. */
export function sessionEnd(session: { isStaff: boolean; createdAt: Date; seenAt: Date }): Date {
  if (!session.isStaff) return new Date(session.seenAt.getTime() + LEARNER_IDLE);
  return new Date(
    Math.min(session.seenAt.getTime() + STAFF_IDLE, session.createdAt.getTime() + STAFF_LONGEST),
  );
}

export const DEVICE_FAMILIES = [
  "ipad",
  "iphone",
  "android-tablet",
  "android-phone",
  "chromebook",
  "windows",
  "mac",
  "linux",
  "other",
] as const;
export type DeviceFamily = (typeof DEVICE_FAMILIES)[number];

const SIGNS: readonly [RegExp, DeviceFamily][] = [
  [/iPad/, "ipad"],
  [/iPhone|iPod/, "iphone"],
  [/Android.*Mobile/, "android-phone"],
  [/Android/, "android-tablet"],
  [/CrOS/, "chromebook"],
  [/Windows/, "windows"],
  [/Macintosh|Mac OS X/, "mac"],
  [/Linux|X11/, "linux"],
];

/** The kind of device behind a `User-Agent`, so that its owner recognises it; nothing finer is kept. */
export function deviceFamily(userAgent: string | null): DeviceFamily {
  return SIGNS.find(([sign]) => sign.test(userAgent ?? ""))?.[1] ?? "other";
}
