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
