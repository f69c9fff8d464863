import { redirect } from "next/navigation";
import type { Locale } from "next-intl";
import { FIRST_COURSE } from "@/server/catalogue/schema";
import { caller } from "@/server/trpc/caller";

/** "I am lost": a learner comes back to her big button, a visitor to the contents of the course. */
export default async function LostPage({ params }: { params: Promise<{ locale: Locale }> }) {
  const { locale } = await params;
  const api = await caller(locale);
  const { learner } = await api.learning.getCourseState({ course: FIRST_COURSE });
  redirect(learner ? `/${locale}/learn` : `/${locale}/courses/${FIRST_COURSE}`);
}
