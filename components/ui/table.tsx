import type { ReactNode } from "react";
import { classNames } from "./class-names";

export type TableColumn<Row> = {
  key: string;
  header: ReactNode;
  cell: (row: Row) => ReactNode;
  align?: "start" | "end";
  /** This cell names its row (`<th scope="row">`). One column per table. */
  isRowHeader?: boolean;
};

type TableProps<Row> = {
  /** Prefix for ids; unique on the page. */
  id: string;
  /** What the table shows. It is the caption and the name of the scroll region. */
  caption: ReactNode;
  captionHidden?: boolean;
  /** Ids of headings above that tell this table from others with the same caption on the page. */
  within?: string;
  columns: TableColumn<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
  /** Shown instead of an empty table. */
  empty?: ReactNode;
  className?: string;
};

/** Rows and columns. Wide tables scroll inside a named region the keyboard can reach; the head stays in sight. */
export function Table<Row>({
  id,
  caption,
  captionHidden,
  within,
  columns,
  rows,
  rowKey,
  empty,
  className,
}: TableProps<Row>) {
  if (rows.length === 0 && empty) return <>{empty}</>;
  return (
    <section
      aria-labelledby={classNames(`${id}-caption`, within)}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1)
      tabIndex={0}
      className={classNames(
        "relative max-h-[80vh] overflow-auto rounded-lg border border-border bg-raised print:max-h-none print:overflow-visible",
        className,
      )}
    >
      <table className="w-full border-separate border-spacing-0 text-left text-sm wrap-normal">
        <caption
          id={`${id}-caption`}
          className={captionHidden ? "sr-only" : "px-4 py-3 text-left text-lg font-bold"}
        >
          {caption}
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                className={classNames(
                  "sticky top-0 z-10 border-b-2 border-border bg-sunken px-4 py-3 align-bottom font-bold",
                  column.align === "end" && "text-right",
                )}
              >
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} className="group">
              {columns.map((column) => {
                const Cell = column.isRowHeader ? "th" : "td";
                return (
                  <Cell
                    key={column.key}
                    scope={column.isRowHeader ? "row" : undefined}
                    className={classNames(
                      "border-b border-border-soft px-4 py-3 align-middle group-last:border-b-0",
                      column.align === "end" && "text-right tabular-nums",
                      column.isRowHeader ? "font-bold" : "font-normal",
                    )}
                  >
                    {column.cell(row)}
                  </Cell>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
