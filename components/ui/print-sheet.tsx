import type { ReactNode } from "react";
import { EuFunding, type EuFundingProps } from "./eu-funding";

/**
 * One A4 sheet: title, content, and the European statement at the foot. Several in a row print on separate pages.
 * The footer of the site leaves the paper to it.
 */
export function PrintSheet({
  title,
  subtitle,
  lang,
  children,
  funding,
}: {
  title?: ReactNode;
  subtitle?: ReactNode;
  /** When it is not in the language of the page. */
  lang?: string;
  children: ReactNode;
  funding: EuFundingProps;
}) {
  return (
    <article
      lang={lang}
      className="print-sheet mx-auto flex w-full max-w-[210mm] flex-col rounded-sm border border-border-soft bg-raised p-6 shadow-card sm:p-10 print:min-h-[238mm]"
    >
      {title ? <h1 className="text-3xl">{title}</h1> : null}
      {subtitle ? <p className="mt-1 text-lg">{subtitle}</p> : null}
      <div className="my-6 flex-1 print:my-[3mm]">{children}</div>
      <footer className="border-t-2 border-border-soft pt-4">
        <EuFunding {...funding} />
      </footer>
    </article>
  );
}
