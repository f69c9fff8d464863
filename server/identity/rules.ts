import { LOCALES, type Locale, type READING_CONTRASTS, type READING_THEMES, type Role } from "@/db/enums";
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

/**
 * Where somebody goes once she is in: back to the page that sent her here when it is one of hers, else to her first
 * room. An address of another site, or of a room she has no key to, is passed over.
 *
 * @param next path with its language that asked for signing in, as it came in the address
 */
export function placeAfterSignIn(
  rooms: readonly [RoomPath, ...RoomPath[]],
  locale: Locale,
  next: string | undefined,
): string {
  const [, language, room = "", rest = ""] =
    next?.match(/^\/([a-z]{2})(\/[a-z]+)((?:[/?][\w/?=&%.-]*)?)$/) ?? [];
  const isPlace = LOCALES.some((known) => known === language) && !rest.includes("//");
  const isOpen = ["/courses", "/account", ...rooms].includes(room);
  return `/${locale}${isPlace && isOpen ? room + rest : rooms[0]}`;
}

type Profile = {
  email: string | null;
  phone: string | null;
  textSize: number;
  theme: (typeof READING_THEMES)[number] | null;
  contrast: (typeof READING_CONTRASTS)[number] | null;
  isDemo: boolean;
  createdAt: Date;
};

/** Size of the text of who never chose one, in percent. */
const PLAIN_SIZE = 100;

/**
 * What the row of a person keeps when another one turned out to be her: her own, and where she had nothing, the other's.
 * Name and language are not among it: those are hers.
 */
export function joinProfiles(kept: Profile, other: Profile): Profile {
  return {
    email: kept.email ?? other.email,
    phone: kept.phone ?? other.phone,
    textSize: kept.textSize === PLAIN_SIZE ? other.textSize : kept.textSize,
    theme: kept.theme ?? other.theme,
    contrast: kept.contrast ?? other.contrast,
    isDemo: kept.isDemo && other.isDemo,
    createdAt: kept.createdAt < other.createdAt ? kept.createdAt : other.createdAt,
  };
}
