"use client";

import { useEffect } from "react";
import { readPreferences, savePreferences, TEXT_SIZES } from "@/components/providers/preferences";

/**
 * Gives a browser in which nobody chose a size yet the one of the person who signed in. Put it once in the pages of a
 * room; it draws nothing.
 */
export function ApplyTextSize({ textSize }: { textSize: number }) {
  useEffect(() => {
    const wish = TEXT_SIZES.find((size) => size === String(textSize));
    try {
      if (!wish || wish === "100" || localStorage.getItem("reading")) return;
    } catch {
      return;
    }
    savePreferences({ ...readPreferences(), textSize: wish });
  }, [textSize]);
  return null;
}
