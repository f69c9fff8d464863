"use client";

import { useMemo, useState } from "react";
import { SelectField } from "@/components/ui/field";
import { fillIn } from "@/components/ui/fill-in";
import { StatusPill } from "@/components/ui/status-pill";
import { LOCALES, type Locale } from "@/db/enums";
import { type TextGroup, textGroups } from "@/server/catalogue/draft-texts/rules";
import type { DraftBody } from "@/server/catalogue/drafts/schema";
import type { WorkbenchLabels } from "./labels";

type Labels = WorkbenchLabels["texts"];
type Shown = "all" | "screen" | "marked";

const isMarked = (row: TextGroup["rows"][number]) =>
  Object.values(row.cells).some(({ marks }) => marks.length > 0);

/** Every text in its four languages, side by side, in the order of the files. */
export function TextTable({
  body,
  screen,
  languages,
  labels,
}: {
  body: DraftBody;
  /** The screen the player shows. */
  screen: string;
  languages: Record<Locale, string>;
  labels: Labels;
}) {
  const [shown, setShown] = useState<Shown>("all");
  const groups = useMemo(() => textGroups(body), [body]);
  const marked = groups.flatMap(({ rows }) => rows.filter(isMarked)).length;
  const chosen = groups
    .filter((group) => shown !== "screen" || (group.kind === "screens" && group.name === screen))
    .map((group) => (shown === "marked" ? { ...group, rows: group.rows.filter(isMarked) } : group))
    .filter(({ rows }) => rows.length > 0);
  return (
    <>
      <SelectField
        id="bench-texts-shown"
        label={labels.show}
        hint={fillIn(labels.marks, { n: marked })}
        value={shown}
        onChange={({ target }) => setShown(target.value as Shown)}
        className="mb-4 max-w-[24rem]"
      >
        {(["all", "screen", "marked"] as const).map((one) => (
          <option key={one} value={one}>
            {labels[one]}
          </option>
        ))}
      </SelectField>
      {chosen.length === 0 ? (
        <p>{labels.none}</p>
      ) : (
        <section
          aria-label={labels.frame}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1)
          tabIndex={0}
          className="bench-texts relative max-h-[85vh] overflow-auto rounded-lg border border-border bg-raised"
        >
          <table className="w-full border-separate border-spacing-0 text-left text-sm">
            <thead>
              <tr>
                <th scope="col">{labels.key}</th>
                {LOCALES.map((locale) => (
                  <th key={locale} scope="col">
                    {languages[locale]}
                  </th>
                ))}
              </tr>
            </thead>
            {chosen.map((group) => (
              <Group
                key={`${group.kind} ${group.name} ${group.rows[0]?.key}`}
                group={group}
                labels={labels}
              />
            ))}
          </table>
        </section>
      )}
    </>
  );
}

function Group({ group: { kind, name, rows }, labels }: { group: TextGroup; labels: Labels }) {
  const titles: Record<string, string> = labels.groups;
  const title = fillIn(titles[kind || "top"] ?? kind, { name });
  const skipped = [kind, name].filter(Boolean).join(".").length;
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={LOCALES.length + 1} className="bench-texts-group">
          {title}
        </th>
      </tr>
      {rows.map(({ key, cells }) => (
        <tr key={key} data-text={key}>
          <th scope="row">{skipped ? key.slice(skipped + 1) : key}</th>
          {LOCALES.map((locale) => {
            const { text, marks } = cells[locale];
            return (
              <td key={locale} lang={locale}>
                {text}
                {marks.map((mark) => (
                  <StatusPill key={mark} tone="caution" className="mt-1">
                    {labels[mark]}
                  </StatusPill>
                ))}
              </td>
            );
          })}
        </tr>
      ))}
    </tbody>
  );
}
