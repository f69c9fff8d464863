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

/** A share of something (answers given, lessons done), as a native bar with its words. */
export function ProgressBar({
  id,
  value,
  max,
  label,
  className,
}: {
  id: string;
  value: number;
  max: number;
  label: string;
  className?: string;
}) {
  return (
    <div className={classNames("grid grid-cols-1 gap-1", className)}>
      <label htmlFor={id} className="text-sm font-bold">
        {label}
      </label>
      <progress
        id={id}
        value={value}
        max={max}
        className="h-3.5 w-full appearance-none overflow-hidden rounded-full border border-border bg-raised [&::-moz-progress-bar]:bg-brand [&::-webkit-progress-bar]:bg-raised [&::-webkit-progress-value]:bg-brand"
      />
    </div>
  );
}
