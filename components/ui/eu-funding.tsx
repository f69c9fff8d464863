import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { EuEmblem } from "./eu-emblem";

export type EuFundingProps = {
  /** "Financé par l'Union européenne" */
  statement: ReactNode;
  /** The whole disclaimer, with the name of the granting agency in it. */
  disclaimer: ReactNode;
  /** "Projet n° 2023-1-…" */
  grant?: ReactNode;
  className?: string;
};

/** Emblem, statement and disclaimer, always together: on every page, every paper. */
export function EuFunding({ statement, disclaimer, grant, className }: EuFundingProps) {
  return (
    <div className={classNames("avoid-break flex flex-wrap items-start gap-x-6 gap-y-3", className)}>
      <EuEmblem className="w-28 print:w-[22mm]" />
      <div className="min-w-0 flex-[1_1_18rem]">
        <p className="text-lg font-bold">{statement}</p>
        <p className="mt-1 max-w-[44rem] text-sm print:text-[9pt] print:leading-snug">{disclaimer}</p>
        {grant ? <p className="mt-1 text-sm print:text-[9pt]">{grant}</p> : null}
      </div>
    </div>
  );
}
