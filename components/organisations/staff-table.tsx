import type { Locale } from "next-intl";
import { getTranslations } from "next-intl/server";
import { Table } from "@/components/ui/table";
import type { StaffMember } from "@/server/organisations/schema";

/** Who teaches and coordinates in an organisation, and how to reach them. */
export async function StaffTable({
  staff,
  locale,
  id = "staff",
}: {
  staff: StaffMember[];
  locale: Locale;
  id?: string;
}) {
  const t = await getTranslations({ locale, namespace: "admin.organisation" });
  return (
    <Table<StaffMember>
      id={id}
      caption={t("staff")}
      rows={staff}
      rowKey={(member) => member.personId}
      empty={<p>{t("noStaff")}</p>}
      columns={[
        {
          key: "name",
          header: t("name"),
          isRowHeader: true,
          cell: (member) => [member.firstName, member.familyName].filter(Boolean).join(" "),
        },
        {
          key: "roles",
          header: t("roles"),
          cell: (member) => member.roles.map((role) => t(role)).join(", "),
        },
        { key: "email", header: t("email"), cell: (member) => member.email },
        { key: "phone", header: t("phone"), cell: (member) => member.phone },
      ]}
    />
  );
}
