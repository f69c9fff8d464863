import { hasLocale } from "next-intl";
import type { ReactNode } from "react";
import { enterRoom } from "@/app/[locale]/enter-room";
import { StaffShell } from "@/components/organisations/staff-shell";
import { LOCALES } from "@/db/enums";

/** The room of a partner's coordinator. */
export default async function ReportLayout({
  children,
  params,
}: {
  children: ReactNode;
  params: Promise<{ locale: string }>;
}) {
  const { locale } = await params;
  if (!hasLocale(LOCALES, locale)) return children;
  const me = await enterRoom(locale, `/${locale}/report`, (api) => api.identity.getMe());
  return (
    <StaffShell locale={locale} me={me}>
      {children}
    </StaffShell>
  );
}
