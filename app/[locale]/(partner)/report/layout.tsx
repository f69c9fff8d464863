import type { Locale } from "next-intl";
import type { ReactNode } from "react";
import { enterRoom } from "@/app/[locale]/enter-room";
import { StaffShell } from "@/components/organisations/staff-shell";

/** The room of a partner's coordinator. */
export default async function ReportLayout({
  children,
  params,
}: {
  children: ReactNode;
  params: Promise<{ locale: Locale }>;
}) {
  const { locale } = await params;
  const me = await enterRoom(locale, `/${locale}/report`, (api) => api.identity.getMe());
  return (
    <StaffShell locale={locale} me={me}>
      {children}
    </StaffShell>
  );
}
