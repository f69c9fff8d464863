import type { ReactNode } from "react";
import { classNames } from "./class-names";

/** Names and their values: the lines of a form, of a certificate, of a person. */
export function DescriptionList({
  items,
  className,
}: {
  items: { term: ReactNode; description: ReactNode; key?: string }[];
  className?: string;
}) {
  return (
    <dl className={classNames("divide-y divide-border-soft", className)}>
      {items.map((item, index) => (
        <div key={item.key ?? index} className="flex flex-wrap gap-x-6 gap-y-1 py-3">
          <dt className="flex-[1_1_10rem] font-bold text-ink-soft">{item.term}</dt>
          <dd className="min-w-0 flex-[2_1_16rem]">{item.description}</dd>
        </div>
      ))}
    </dl>
  );
}
