import { classNames } from "@/components/ui/class-names";

/** The small passport: a cover, its spine, and the path that has been walked. */
export function PassportMark({ className }: { className?: string }) {
  return (
    <svg
      viewBox="0 0 40 48"
      aria-hidden="true"
      focusable="false"
      className={classNames("shrink-0", className)}
    >
      <path
        className="fill-brand"
        d="M7 1h26a6 6 0 0 1 6 6v34a6 6 0 0 1-6 6H7a6 6 0 0 1-6-6V7a6 6 0 0 1 6-6z"
      />
      <path
        className="stroke-brand-ink"
        d="M26.5 13.5c-2-2.3-4.5-3-7-2.7-3.7.4-6 2.7-6 5.6 0 3.5 3 4.7 6.6 5.6 3.8 1 7 2.2 7 6 0 3.3-2.8 5.5-6.6 5.7-3 .2-5.8-.8-7.5-3"
        fill="none"
        strokeWidth="4"
        strokeLinecap="round"
      />
      <path
        className="stroke-brand-ink"
        d="M8 40.5h24"
        fill="none"
        strokeWidth="2"
        strokeLinecap="round"
        strokeDasharray="3 3.5"
      />
    </svg>
  );
}

/** The name of the project as it is written: DigiSkiPasS. */
export function Wordmark({ className }: { className?: string }) {
  return (
    <span className={classNames("inline-flex items-center gap-3 font-extrabold tracking-tight", className)}>
      <PassportMark className="h-[1.7em] w-auto" />
      <span className="text-ink">
        DigiSki<span className="text-brand">PasS</span>
      </span>
    </span>
  );
}
