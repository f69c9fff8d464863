import { classNames } from "./class-names";

type ProgressStepsProps = {
  /** From 1 to `total`. */
  current: number;
  total: number;
  /** The whole sentence: "Étape 3 sur 7". */
  label: string;
  className?: string;
};

/** Where the person is: the sentence, and one small stitch a step (done, here, to come). */
export function ProgressSteps({ current, total, label, className }: ProgressStepsProps) {
  return (
    <div className={className}>
      <p className="font-bold text-brand">{label}</p>
      <div aria-hidden="true" className="mt-2 flex max-w-md items-center gap-1.5">
        {Array.from({ length: total }, (_, index) => index + 1).map((step) => (
          <span
            key={step}
            className={classNames(
              "min-w-1 flex-1 rounded-full",
              step === current ? "h-3.5" : "h-2",
              step <= current ? "bg-brand" : "border border-border bg-raised",
            )}
          />
        ))}
      </div>
    </div>
  );
}
