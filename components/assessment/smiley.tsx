const MOUTHS = ["M15 33q9-6 18 0", "M16 32h16", "M16 30q8 5 16 0", "M14 28q10 12 20 0"];

/** A face for a step of the scale, from 1 (not yet) to 4 (well). Its words always stand beside it. */
export function Smiley({ rating, className }: { rating: number; className?: string }) {
  return (
    <svg viewBox="0 0 48 48" aria-hidden="true" className={className ?? "size-12 shrink-0"}>
      <circle cx="24" cy="24" r="20" className="fill-raised stroke-brand" strokeWidth="3" />
      <circle cx="17" cy="19" r="2.6" className="fill-brand" />
      <circle cx="31" cy="19" r="2.6" className="fill-brand" />
      <path d={MOUTHS[rating - 1]} className="fill-none stroke-brand" strokeWidth="3" strokeLinecap="round" />
    </svg>
  );
}
