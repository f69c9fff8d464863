import type { ReactNode } from "react";

/**
 * Says a change aloud without moving the focus. Keep it in the page from the start and change only its content:
 * a region that appears together with its words is often not read.
 */
export function LiveRegion({
  children,
  urgent,
  visible,
}: {
  children?: ReactNode;
  urgent?: boolean;
  visible?: boolean;
}) {
  return (
    <div
      role={urgent ? "alert" : "status"}
      aria-live={urgent ? "assertive" : "polite"}
      className={visible ? undefined : "sr-only"}
    >
      {children}
    </div>
  );
}
