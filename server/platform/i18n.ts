import { hasLocale } from "next-intl";
import { getRequestConfig } from "next-intl/server";
import { LOCALES } from "@/db/enums";
import { loadMessages } from "./messages";

/** next-intl's request configuration: the language of the path, Brussels time, formats used on every page. */
export default getRequestConfig(async ({ requestLocale }) => {
  const requested = await requestLocale;
  const locale = hasLocale(LOCALES, requested) ? requested : "fr";
  return { locale, messages: loadMessages(locale), timeZone: "Europe/Brussels", formats };
});

/** Named formats: `format.dateTime(date, "day")`. */
export const formats = {
  dateTime: {
    day: { day: "numeric", month: "long", year: "numeric" },
    shortDay: { day: "numeric", month: "short" },
    moment: { day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit" },
  },
  number: {
    hours: { maximumFractionDigits: 1 },
    percent: { style: "percent", maximumFractionDigits: 0 },
  },
} as const;
