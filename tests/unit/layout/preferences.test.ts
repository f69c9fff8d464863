import { readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { readPreferences, savePreferences, TEXT_SIZES } from "@/components/providers/preferences";

const script = readFileSync("public/preferences.js", "utf8");

type System = { stored?: string | null; dark?: boolean; moreContrast?: boolean; storageClosed?: boolean };

/** Runs the blocking script on an empty page and returns what it put on `<html>`, with the page's listeners. */
function openPage({ stored = null, dark = false, moreContrast = false, storageClosed = false }: System) {
  const dataset: Record<string, string> = {};
  const listeners = new Map<string, (event: unknown) => void>();
  const listen = (name: string, listener: (event: unknown) => void) => listeners.set(name, listener);
  class FakeElement {
    constructor(private readonly locale: string | null) {}
    closest() {
      return this.locale ? this : null;
    }
    getAttribute() {
      return this.locale;
    }
  }
  const document = { documentElement: { dataset }, addEventListener: listen, cookie: "" };
  runInNewContext(script, {
    document,
    Element: FakeElement,
    localStorage: {
      getItem: () => {
        if (storageClosed) throw new Error("closed");
        return stored;
      },
    },
    window: {
      addEventListener: listen,
      matchMedia: (query: string) => ({ matches: query.includes("dark") ? dark : moreContrast }),
    },
  });
  return { dataset, listeners, document, FakeElement };
}

describe("public/preferences.js", () => {
  it.each<[string, System, Record<string, string>]>([
    ["nothing saved", {}, { textSize: "100", theme: "light", contrast: "normal" }],
    ["a dark system", { dark: true }, { textSize: "100", theme: "dark", contrast: "normal" }],
    ["a system that asks for contrast", { moreContrast: true }, { contrast: "high" }],
    [
      "the person's choice over the system's",
      {
        stored: '{"textSize":"150","theme":"light","contrast":"normal"}',
        dark: true,
        moreContrast: true,
      },
      { textSize: "150", theme: "light", contrast: "normal" },
    ],
    ["as the device", { stored: '{"theme":"auto"}', dark: true }, { theme: "dark" }],
    ["a size we do not have", { stored: '{"textSize":"900"}' }, { textSize: "100" }],
    ["broken JSON", { stored: "{" }, { textSize: "100", theme: "light" }],
    ["null", { stored: "null" }, { textSize: "100", theme: "light" }],
    ["a closed storage", { storageClosed: true }, { textSize: "100", theme: "light" }],
  ])("shows %s", (_, system, expected) => {
    expect(openPage(system).dataset).toMatchObject({ ...expected, js: "" });
  });

  it.each(TEXT_SIZES)("knows the text size %s", (textSize) => {
    expect(openPage({ stored: JSON.stringify({ textSize }) }).dataset.textSize).toBe(textSize);
  });

  it("remembers a language for a year when its link is pressed, and nothing else", () => {
    const { listeners, document, FakeElement } = openPage({});
    listeners.get("click")?.({ target: new FakeElement(null) });
    expect(document.cookie).toBe("");
    listeners.get("click")?.({ target: new FakeElement("nl") });
    expect(document.cookie).toBe("locale=nl; path=/; max-age=31536000; samesite=lax");
  });
});

describe("reading preferences in the browser", () => {
  const stored = new Map<string, string>();
  const dispatched: string[] = [];
  let dataset: Record<string, string>;

  beforeEach(() => {
    stored.clear();
    dispatched.length = 0;
    dataset = {};
    vi.stubGlobal("document", { documentElement: { dataset } });
    vi.stubGlobal("window", { dispatchEvent: (event: Event) => dispatched.push(event.type) });
    vi.stubGlobal("localStorage", {
      getItem: (key: string) => stored.get(key) ?? null,
      setItem: (key: string, value: string) => stored.set(key, value),
    });
  });

  it("starts from the defaults, and from the contrast on the page", () => {
    expect(readPreferences()).toEqual({ textSize: "100", theme: "auto", contrast: "normal" });
    dataset.contrast = "high";
    expect(readPreferences().contrast).toBe("high");
  });

  it("saves what the script reads, and tells the page", () => {
    savePreferences({ textSize: "200", theme: "dark", contrast: "high" });
    expect(readPreferences()).toEqual({ textSize: "200", theme: "dark", contrast: "high" });
    expect(openPage({ stored: stored.get("reading") }).dataset).toMatchObject({
      textSize: "200",
      theme: "dark",
      contrast: "high",
    });
    const { listeners } = openPage({});
    expect(dispatched).toEqual(["reading-preferences"]);
    expect([...listeners.keys()]).toContain("reading-preferences");
  });

  it("shows the choice even when nothing can be saved", () => {
    vi.stubGlobal("localStorage", {
      getItem: () => null,
      setItem: () => {
        throw new Error("closed");
      },
    });
    savePreferences({ textSize: "150", theme: "dark", contrast: "high" });
    expect(dataset).toEqual({ textSize: "150", theme: "dark", contrast: "high" });
  });
});
