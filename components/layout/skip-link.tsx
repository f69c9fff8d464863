/** First stop of the keyboard on every page: over the header, straight to the content (`#main`). */
export function SkipLink({ label }: { label: string }) {
  return (
    <a
      href="#main"
      className="no-print sr-only focus:not-sr-only focus:absolute focus:left-4 focus:top-4 focus:z-50 focus:rounded-md focus:bg-accent focus:px-6 focus:py-4 focus:font-bold focus:text-accent-ink"
    >
      {label}
    </a>
  );
}
