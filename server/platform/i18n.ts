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

/** Named formats of numbers: `format.number(hours, "hours")`. Dates: `writtenDate` of server/kernel/calendar.ts. */
export const formats = {
  number: {
    hours: { maximumFractionDigits: 1 },
  },
} as const;
