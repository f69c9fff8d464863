/** How a person wants to read. Kept in this browser under `reading`; put on `<html>` by public/preferences.js. */

export const TEXT_SIZES = ["100", "125", "150", "200"] as const;
export const THEMES = ["auto", "light", "dark"] as const;
export const CONTRASTS = ["normal", "high"] as const;

export type ReadingPreferences = {
  textSize: (typeof TEXT_SIZES)[number];
  theme: (typeof THEMES)[number];
  contrast: (typeof CONTRASTS)[number];
};

const STORAGE_KEY = "reading";

function oneOf<const Value extends string>(values: readonly Value[], value: unknown): Value | undefined {
  return values.find((known) => known === value);
}

function parse(text: string | null): Partial<Record<keyof ReadingPreferences, unknown>> {
  try {
    return JSON.parse(text ?? "{}") ?? {};
  } catch {
    return {};
  }
}

/** The preferences in force. What was never chosen follows the system (theme) or what `<html>` shows (contrast). */
export function readPreferences(): ReadingPreferences {
  let saved: Partial<Record<keyof ReadingPreferences, unknown>> = {};
  try {
    saved = parse(localStorage.getItem(STORAGE_KEY));
  } catch {
    // Storage is closed (private window, policy): nothing was saved.
  }
  return {
    textSize: oneOf(TEXT_SIZES, saved.textSize) ?? "100",
    theme: oneOf(THEMES, saved.theme) ?? "auto",
    contrast:
      oneOf(CONTRASTS, saved.contrast) ??
      oneOf(CONTRASTS, document.documentElement.dataset.contrast) ??
      "normal",
  };
}

/** Saves the preferences in this browser and shows them at once. */
export function savePreferences(preferences: ReadingPreferences): void {
  try {
    localStorage.setItem(STORAGE_KEY, JSON.stringify(preferences));
  } catch {
    // Not remembered, but the script below cannot see it either: put it on the page directly.
    document.documentElement.dataset.textSize = preferences.textSize;
    document.documentElement.dataset.contrast = preferences.contrast;
    if (preferences.theme !== "auto") document.documentElement.dataset.theme = preferences.theme;
    return;
  }
  window.dispatchEvent(new Event("reading-preferences"));
}
