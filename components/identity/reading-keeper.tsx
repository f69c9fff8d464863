"use client";

import { useEffect } from "react";
import type { ReadingWishes } from "@/server/identity/schema";

/**
 * Reads as the person of a room wants to, and keeps what she changes. Its work is loaded after the page; it draws
 * nothing.
 */
export function ReadingKeeper({ wishes }: { wishes: ReadingWishes | null }) {
  const { personId, textSize, theme, contrast } = wishes ?? {};
  useEffect(() => {
    if (!personId || textSize === undefined) return;
    const known = { personId, textSize, theme: theme ?? null, contrast: contrast ?? null };
    void import("./keep-reading").then(({ keepReading }) => keepReading(known)).catch(() => undefined);
  }, [personId, textSize, theme, contrast]);
  return null;
}
