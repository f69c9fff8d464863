import { fillIn } from "@/components/ui/fill-in";
import type { DraftSheet } from "@/server/simulation/workbench/schema";
import type { WorkbenchLabels } from "./labels";

const MOST_SHOWN = 12;

/** What an author must mend, each with its file and line. The sentences are those of the checks, which speak English. */
export function ProblemList({
  problems,
  labels,
}: {
  problems: DraftSheet["problems"];
  labels: WorkbenchLabels["faults"];
}) {
  const left = problems.length - MOST_SHOWN;
  return (
    <>
      <ol className="space-y-3">
        {problems.slice(0, MOST_SHOWN).map(({ file, line, message }) => (
          <li key={`${file}:${line}:${message}`} className="[overflow-wrap:anywhere]">
            <p className="font-bold">
              {fillIn(labels.place, { file: file.split("/").at(-1) ?? file, line })}{" "}
              <span className="text-sm font-normal text-ink-soft">{file}</span>
            </p>
            <p lang="en">{message}</p>
          </li>
        ))}
      </ol>
      {left > 0 ? <p>{fillIn(labels.more, { n: left })}</p> : null}
    </>
  );
}
