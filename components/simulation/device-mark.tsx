import type { ViewDevice } from "@/server/simulation/engine/view";

const OUTLINES: Record<ViewDevice["kind"], string> = {
  computer: "M3 4.5h18v12H3zM8.5 20h7M12 16.5V20",
  phone: "M7 2.5h10v19H7zM11 18.5h2",
  "bank-reader":
    "M6 2.5h12v16H6zM9 5.5h6v3H9zM9 12h.1M12 12h.1M15 12h.1M9 15h.1M12 15h.1M15 15h.1M8.5 21.5h7",
  "eid-reader": "M7 9.5V2.5h10v7M3.5 9.5h17v8h-17zM12 17.5v4M7 13.5h.1",
  paper: "M5 2.5h9.5l4.5 4.5v14.5H5zM8.5 11h7M8.5 15h7",
};

/** A small outline of a device. Always beside its name. */
export function DeviceMark({ kind }: { kind: ViewDevice["kind"] }) {
  return (
    <svg
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      className="size-[1.4em] shrink-0"
    >
      <path d={OUTLINES[kind]} />
    </svg>
  );
}
