import { createRequire } from "node:module";
import type { Page } from "@playwright/test";

const require = createRequire(import.meta.url);
const AXE = createRequire(require.resolve("@axe-core/playwright")).resolve("axe-core/axe.min.js");

/** What one look at the player asks: barriers (all rules, or those that a language can change), and sizes. */
export type Look = { axe: "all" | "no-contrast" | "none"; devices: "shown" | "each" };
export type Seen = { address: string; faults: string[] };

/** Brings axe into each page of this tab, so that it need not be sent again for every look. */
export async function bringAxe(page: Page): Promise<void> {
  await page.addInitScript({ path: AXE });
}

/**
 * Shows the moments one after the other in the open page, without loading it again, and says what is wrong with each:
 * violations that axe finds, targets under 48 px, things that stand over the edge.
 */
export async function lookAt(page: Page, addresses: readonly string[], look: Look): Promise<Seen[]> {
  return page.evaluate(
    async ({ addresses, look }) => {
      const SMALLEST = 47.5;
      // Measuring makes the browser lay the page out; waiting until it has painted would take twice the time.
      const drawn = () => new Promise<void>((done) => setTimeout(done));
      const stage = () => document.querySelector<HTMLElement>("[data-moment]");
      const isSeen = (element: Element) =>
        element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;
      const named = (element: Element) =>
        `${element.tagName.toLowerCase()} "${(element.textContent || element.getAttribute("aria-label") || "").trim().slice(0, 60)}"`;
      const targetOf = (element: Element) =>
        element instanceof HTMLInputElement && /checkbox|radio/.test(element.type)
          ? (element.closest("label") ?? element)
          : element;

      const sizes = (): string[] => {
        const root = stage();
        if (!root) return ["the player is not there"];
        const width = document.documentElement.clientWidth;
        const over = document.documentElement.scrollWidth - width;
        const targets = [...root.querySelectorAll("button, a[href], input, select, textarea, summary")]
          .filter(isSeen)
          .map(targetOf)
          .flatMap((element) => {
            const box = element.getBoundingClientRect();
            const isBig = box.width >= SMALLEST && box.height >= SMALLEST;
            return isBig
              ? []
              : [`${named(element)} is ${Math.round(box.width)} × ${Math.round(box.height)} px`];
          });
        const outside = [...root.querySelectorAll("*")]
          .filter((element) => element.children.length === 0 && isSeen(element))
          .flatMap((element) => {
            const box = element.getBoundingClientRect();
            const isOut = box.width > 1 && (box.right > width + 1 || box.left < -1);
            return isOut ? [`${named(element)} stands over the edge, at ${Math.round(box.right)} px`] : [];
          });
        return [...(over > 0 ? [`sideways scrolling by ${over} px`] : []), ...targets, ...outside];
      };

      const barriers = async (): Promise<string[]> => {
        const root = stage();
        if (!root || look.axe === "none") return [];
        const { axe } = window as unknown as { axe: typeof import("axe-core") };
        const { violations } = await axe.run(root, {
          runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
          resultTypes: ["violations"],
          rules: look.axe === "all" ? {} : { "color-contrast": { enabled: false } },
        });
        return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(" | ")}`);
      };

      const seen: { address: string; faults: string[] }[] = [];
      for (const address of addresses) {
        window.location.hash = address;
        for (let turn = 0; turn < 2000 && stage()?.dataset.moment !== `#${address}`; turn += 1) await drawn();
        await drawn();
        // What arrives with a movement is looked at when it is there.
        for (const movement of document.getAnimations()) movement.cancel();
        const arrived = stage()?.dataset.moment === `#${address}`;
        const faults = [...(arrived ? [] : ["the moment was not shown"]), ...sizes(), ...(await barriers())];
        const others = stage()?.querySelectorAll<HTMLButtonElement>("fieldset [aria-pressed=false]") ?? [];
        for (const other of look.devices === "each" ? [...others] : []) {
          if (!isSeen(other)) continue;
          other.click();
          await drawn();
          faults.push(...sizes());
        }
        seen.push({ address, faults: [...new Set(faults)] });
      }
      return seen;
    },
    { addresses, look },
  );
}
