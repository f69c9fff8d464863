import type { Locale } from "next-intl";
import { getTranslations } from "next-intl/server";
import { writtenDate } from "@/server/kernel/calendar";
import type { LearnerLine, NeedForCall, Whereabouts } from "@/server/reporting/schema";

/** First and family name, in the order one says them. */
export function fullName(person: Pick<LearnerLine, "firstName" | "familyName">): string {
  return [person.firstName, person.familyName].filter(Boolean).join(" ");
}

/** How a learner's state is said, in one language. */
export async function getLearnerWords(locale: Locale) {
  const t = await getTranslations({ locale, namespace: "reporting.cohort" });
  return {
    call: ({ reason, tries, days }: NeedForCall) => t(`call.${reason}`, { tries, days }),
    place: ({ kind, stepNumber, stepCount }: Pick<Whereabouts, "kind" | "stepNumber" | "stepCount">) =>
      t(`place.${kind}`, { step: stepNumber, count: stepCount }),
    day: (iso: string) => writtenDate(locale, new Date(iso), "day"),
    moment: (iso: string) => writtenDate(locale, new Date(iso), "moment"),
    /** Never broken over two lines. */
    shortDay: (iso: string) => writtenDate(locale, new Date(iso), "shortDay"),
  };
}

export type LearnerWords = Awaited<ReturnType<typeof getLearnerWords>>;
