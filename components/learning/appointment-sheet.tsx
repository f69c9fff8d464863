import { getTranslations } from "next-intl/server";
import { getFundingTexts } from "@/components/layout/funding-texts";
import { Heading } from "@/components/ui/heading";
import { PrintSheet } from "@/components/ui/print-sheet";
import type { Locale } from "@/db/enums";
import { brusselsNoon, writtenDate } from "@/server/kernel/calendar";
import type { Appointment } from "@/server/learning/refreshers/schema";

/** The days on which something comes back, on one A4 sheet in big letters: for those who get no e-mail. */
export async function AppointmentSheet({
  firstName,
  appointments,
  site,
  help,
  locale,
  level,
}: {
  firstName: string;
  appointments: readonly Appointment[];
  /** The address people type, without https://. */
  site: string;
  /** Whom to call. */
  help: { name: string; phone: string } | null;
  /** The language of the sheet. */
  locale: Locale;
  /** Of its title: 1 where it is the page, 2 among others. */
  level: 1 | 2;
}) {
  const [t, all, funding] = await Promise.all([
    getTranslations({ locale, namespace: "refreshers.appointments" }),
    getTranslations({ locale, namespace: "refreshers" }),
    getFundingTexts(locale),
  ]);
  return (
    <PrintSheet lang={locale} funding={funding}>
      <Heading level={level} size="3xl">
        {t("titleOf", { name: firstName })}
      </Heading>
      <p className="mb-6 mt-1 text-lg">{all("title")}</p>
      <ol className="grid gap-4 print:gap-[3mm]">
        {appointments.map(({ day, about }) => (
          <li
            key={day}
            className="avoid-break rounded-md border-2 border-ink p-4 print:px-[4mm] print:py-[2.5mm]"
          >
            <p className="text-2xl font-extrabold first-letter:uppercase print:text-[19pt] print:leading-tight">
              {writtenDate(locale, brusselsNoon(day), "weekday")}
            </p>
            <p className="mt-1 text-lg print:text-[13pt]">{about}</p>
          </li>
        ))}
      </ol>
      <p className="mt-6 text-xl font-bold print:mt-[7mm]">{t("how")}</p>
      <ol className="mt-2 grid list-decimal gap-1 pl-8 text-lg print:text-[13pt]">
        <li>
          {t("open")} <strong className="break-words">{site}</strong>
        </li>
        <li>{t("card")}</li>
        <li>{t("touch")}</li>
      </ol>
      <p className="mt-4 text-lg print:text-[13pt]">{t("late")}</p>
      {help ? <p className="mt-4 text-xl font-bold print:text-[16pt]">{t("call", help)}</p> : null}
      <p className="mt-1">{t("neverACode")}</p>
    </PrintSheet>
  );
}
