import { redirect } from "next/navigation";
import type { Locale } from "next-intl";
import { FIRST_COURSE } from "@/server/catalogue/schema";

/** One course is published: its contents are the list. */
export default async function CoursesPage({ params }: { params: Promise<{ locale: Locale }> }) {
  const { locale } = await params;
  redirect(`/${locale}/courses/${FIRST_COURSE}`);
}
