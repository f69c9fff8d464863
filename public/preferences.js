/*
 * Runs before the first paint: puts the reader's text size, theme and contrast on <html>, and remembers the
 * language chosen. Kept small and old-fashioned on purpose: it blocks the page, and it must run everywhere.
 * The same names are used by components/providers/preferences.ts (tests/unit/layout/preferences.test.ts).
 */
(() => {
  const root = document.documentElement;
  const wantsDark = window.matchMedia("(prefers-color-scheme: dark)");
  const wantsContrast = window.matchMedia("(prefers-contrast: more)");

  function apply() {
    let saved = {};
    try {
      saved = JSON.parse(localStorage.getItem("reading") || "{}") || {};
    } catch {
      /* no storage, or not ours: the defaults do */
    }
    const sizes = ["100", "125", "150", "200"];
    root.dataset.textSize = sizes.indexOf(saved.textSize) >= 0 ? saved.textSize : "100";
    root.dataset.theme =
      saved.theme === "light" || saved.theme === "dark" ? saved.theme : wantsDark.matches ? "dark" : "light";
    root.dataset.contrast =
      saved.contrast === "high" || (saved.contrast !== "normal" && wantsContrast.matches) ? "high" : "normal";
    root.dataset.js = "";
  }

  apply();
  wantsDark.onchange = apply;
  wantsContrast.onchange = apply;
  window.addEventListener("storage", apply);
  window.addEventListener("reading-preferences", apply);

  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest("a[data-locale]");
    if (!link) return;
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in older tablets
    document.cookie = `locale=${link.getAttribute("data-locale")}; path=/; max-age=31536000; samesite=lax`;
  });
})();
