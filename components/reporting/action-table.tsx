import type { Locale } from "next-intl";
import { getTranslations } from "next-intl/server";
import { Table } from "@/components/ui/table";
import { writtenDate } from "@/server/kernel/calendar";
import type { AuditLine } from "@/server/reporting/schema";

/** "person:0191d4a0-…" as "person 0191d4a0": enough to recognise the same one twice. */
const short = (reference: string) =>
  reference.replace(/:([0-9a-f]{8})-[0-9a-f-]{27}$/, " $1").replace(":", " ");

/** What was done last on the instance, by code. */
export async function ActionTable({ actions, locale }: { actions: AuditLine[]; locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "admin.actions" });
  return (
    <Table<AuditLine>
      id="last-actions"
      caption={t("title")}
      captionHidden
      rows={actions}
      rowKey={(line) => line.id}
      empty={<p>{t("none")}</p>}
      columns={[
        { key: "when", header: t("when"), cell: (line) => writtenDate(locale, new Date(line.at), "moment") },
        { key: "action", header: t("action"), isRowHeader: true, cell: (line) => <code>{line.action}</code> },
        { key: "actor", header: t("actor"), cell: (line) => <code>{short(line.actor)}</code> },
        { key: "subject", header: t("subject"), cell: (line) => <code>{short(line.subject)}</code> },
        { key: "organisation", header: t("organisation"), cell: (line) => line.organisationName },
      ]}
    />
  );
}
