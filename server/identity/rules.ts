import type { Locale, Role } from "@/db/enums";
import type { ActorRole } from "@/server/kernel/actor";

/** The people of the demonstration, one per role. `.example` can never be a real address (RFC 2606). */
export const DEMO_EMAILS = {
  learner: "learner@demo.digiskipass.example",
  trainer: "trainer@demo.digiskipass.example",
  coordinator: "coordinator@demo.digiskipass.example",
  admin: "admin@demo.digiskipass.example",
} as const satisfies Record<Role, string>;

/** The rooms of the house, the most responsible first: who holds several roles enters by the first. */
const ROOMS = [
  { role: "admin", path: "/admin" },
  { role: "coordinator", path: "/report" },
  { role: "trainer", path: "/teach" },
  { role: "learner", path: "/learn" },
] as const satisfies readonly { role: Role; path: string }[];

export type RoomPath = (typeof ROOMS)[number]["path"];

/** The rooms of somebody with these roles, as paths without language, the one to enter by first. Never empty. */
export function roomsOf(roles: readonly Pick<ActorRole, "role">[]): [RoomPath, ...RoomPath[]] {
  const paths = ROOMS.filter((room) => roles.some((held) => held.role === room.role)).map(
    (room) => room.path,
  );
  const [first = "/learn", ...others] = paths;
  return [first, ...others];
}

/**
 * The language after signing in: the person's own, unless she has just chosen the language of this page.
 *
 * @param page the language in the address
 * @param chosen the language she picked last in this browser (cookie), if any
 */
export function localeAfterSignIn(locales: {
  person: Locale;
  page: Locale;
  chosen: string | undefined;
}): Locale {
  return locales.chosen === locales.page ? locales.page : locales.person;
}
