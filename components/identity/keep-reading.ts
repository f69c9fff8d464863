import {
  type ReadingPreferences,
  readPreferences,
  savePreferences,
} from "@/components/providers/preferences";
import type { ReadingWishes } from "@/server/identity/schema";
import type { RouterInputs } from "@/server/trpc/types";

/** What this browser and a person's profile agreed on last. */
const STORAGE_KEY = "reading-of";
const PAUSE_MS = 500;

/** Unlike other calls this one outlives its page: a change made in the moment of leaving still goes out. */
async function send(wishes: RouterInputs["identity"]["updateProfile"]): Promise<boolean> {
  const answer = await fetch("/api/trpc/identity.updateProfile", {
    method: "POST",
    keepalive: true,
    headers: { "content-type": "application/json" },
    body: JSON.stringify(wishes),
  }).catch(() => null);
  return answer?.ok ?? false;
}

let settledFor: string | null = null;
let stop: (() => void) | null = null;

function stored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function agree(wishes: ReadingWishes): void {
  try {
    localStorage.setItem(STORAGE_KEY, JSON.stringify(wishes));
  } catch {
    // Without storage this browser asks the profile again on every page.
  }
}

/** Whether the profile says something this browser has not heard: then it is the profile that counts. */
export function mustFollow(
  wishes: ReadingWishes,
  browser: { agreed: string | null; chosen: string | null },
): boolean {
  if (browser.agreed !== null) return browser.agreed !== JSON.stringify(wishes);
  return browser.chosen === null;
}

function follow(wishes: ReadingWishes): void {
  const { textSize, theme, contrast } = wishes;
  const isDefault = textSize === 100 && theme === null && contrast === null;
  if (isDefault && stored("reading") === null) return;
  savePreferences({
    textSize: `${textSize}`,
    theme: theme ?? "auto",
    contrast: contrast ?? (matchMedia("(prefers-contrast: more)").matches ? "high" : "normal"),
  });
}

const same = (wishes: ReadingWishes, now: ReadingPreferences) =>
  `${wishes.textSize}` === now.textSize &&
  (wishes.theme ?? "auto") === now.theme &&
  wishes.contrast === now.contrast;

/**
 * Reads as this person wants to, and keeps in her profile what she changes on this page, so that it follows her to
 * other devices. A profile changed elsewhere counts more than what this browser remembers; what a visitor chose before
 * she signed in stays.
 */
export function keepReading(wishes: ReadingWishes): void {
  if (settledFor !== wishes.personId) {
    settledFor = wishes.personId;
    if (mustFollow(wishes, { agreed: stored(STORAGE_KEY), chosen: stored("reading") })) {
      follow(wishes);
      agree(wishes);
    }
  }
  stop?.();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let kept = wishes;
  const save = () => {
    clearTimeout(timer);
    timer = undefined;
    const { textSize, theme, contrast } = readPreferences();
    const next = {
      personId: wishes.personId,
      textSize: Number(textSize) as ReadingWishes["textSize"],
      theme,
      contrast,
    };
    void send({ textSize: next.textSize, theme, contrast }).then((isKept) => {
      // Else it is in force here, and her other devices hear of it at the next change.
      if (!isKept) return;
      kept = next;
      agree(next);
    });
  };
  const onChange = () => {
    clearTimeout(timer);
    timer = same(kept, readPreferences()) ? undefined : setTimeout(save, PAUSE_MS);
  };
  const onLeave = () => timer !== undefined && save();
  addEventListener("reading-preferences", onChange);
  addEventListener("pagehide", onLeave);
  stop = () => {
    onLeave();
    removeEventListener("reading-preferences", onChange);
    removeEventListener("pagehide", onLeave);
  };
}
