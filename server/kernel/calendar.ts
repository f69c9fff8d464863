import type { Locale } from "@/db/enums";

const BRUSSELS_DAY = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Brussels" });

/** The calendar day in Brussels of an instant, as "2026-11-22": the day a person would name. */
export function brusselsDay(instant: Date): string {
  return BRUSSELS_DAY.format(instant);
}

const BRUSSELS_HOUR = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/Brussels",
  hour: "2-digit",
  hourCycle: "h23",
});

/** Noon in Brussels (11 or 10 o'clock UTC) of a calendar day: the instant kept for things dated by day only. */
export function brusselsNoon(day: string): Date {
  const inWinter = new Date(`${day}T11:00:00Z`);
  return BRUSSELS_HOUR.format(inWinter) === "12" ? inWinter : new Date(`${day}T10:00:00Z`);
}

const REGIONS: Record<Locale, string> = { fr: "fr-BE", nl: "nl-BE", de: "de-BE", en: "en-GB" };
const STYLES = {
  day: { day: "numeric", month: "long", year: "numeric" },
  weekday: { weekday: "long", day: "numeric", month: "long" },
  shortDay: { day: "numeric", month: "short" },
  moment: { day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit" },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/**
 * An instant as a person in Brussels writes it: "22 novembre 2026" (`day`), "dimanche 22 novembre" (`weekday`), "22 nov."
 * (`shortDay`, never broken over two lines), with the hour (`moment`). French says "1er", which the Unicode patterns of
 * `Intl` leave out.
 */
export function writtenDate(locale: Locale, instant: Date, style: keyof typeof STYLES): string {
  const written = new Intl.DateTimeFormat(REGIONS[locale], {
    ...STYLES[style],
    timeZone: "Europe/Brussels",
  }).format(instant);
  const said = locale === "fr" ? written.replace(/(^| )1 (?=\p{L})/u, "$11er ") : written;
  return style === "shortDay" ? said.replaceAll(" ", "\u00a0") : said;
}

const DAY_MS = 86_400_000;
const midnight = (day: string) => Date.parse(`${day}T00:00:00Z`);

/** The calendar day so many days after another, "2026-11-22". */
export function addDays(day: string, days: number): string {
  return new Date(midnight(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** How many calendar days lie between two days; negative when `later` comes first. */
export function daysBetween(earlier: string, later: string): number {
  return Math.round((midnight(later) - midnight(earlier)) / DAY_MS);
}
