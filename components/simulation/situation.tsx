import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import type { SimulationLabels } from "./labels";

/** Who one is in the exercise, and what there is to do. */
export function Situation({
  story,
  task,
  labels,
  children,
}: {
  story: string;
  task: string;
  labels: Pick<SimulationLabels, "taskTitle">;
  children?: ReactNode;
}) {
  return (
    <Card>
      <p className="measure">{story}</p>
      <h2 className="mt-5 text-xl">{labels.taskTitle}</h2>
      <p className="measure mt-1 text-lg font-bold">{task}</p>
      {children}
    </Card>
  );
}
