import { notFound } from "next/navigation";
import { hasLocale } from "next-intl";
import type { ReactNode } from "react";
import { enterRoom } from "@/app/[locale]/enter-room";
import { StaffShell } from "@/components/organisations/staff-shell";
import { LOCALES } from "@/db/enums";

/** The rooms of the administrator. */
export default async function AdminLayout({
  children,
  params,
}: {
  children: ReactNode;
  params: Promise<{ locale: string }>;
}) {
  const { locale } = await params;
  if (!hasLocale(LOCALES, locale)) return children;
  const me = await enterRoom(locale, `/${locale}/admin`, (api) => api.identity.getMe());
  // A coordinator may read the staff of her organisation, but this is not her room.
  if (me && !me.rooms.includes("/admin")) notFound();
  return (
    <StaffShell locale={locale} me={me}>
      {children}
    </StaffShell>
  );
}
