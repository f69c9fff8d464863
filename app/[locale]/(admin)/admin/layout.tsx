import type { Locale } from "next-intl";
import type { ReactNode } from "react";
import { enterRoom } from "@/app/[locale]/enter-room";
import { StaffShell } from "@/components/organisations/staff-shell";

/** The rooms of the administrator. */
export default async function AdminLayout({
  children,
  params,
}: {
  children: ReactNode;
  params: Promise<{ locale: Locale }>;
}) {
  const { locale } = await params;
  const me = await enterRoom(locale, `/${locale}/admin`, (api) => api.identity.getMe());
  return (
    <StaffShell locale={locale} me={me}>
      {children}
    </StaffShell>
  );
}
