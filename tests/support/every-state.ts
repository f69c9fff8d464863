import type { Page } from "@playwright/test";
import { RULES } from "./page-reading";

/**
 * What one look at the player asks beside the sizes: barriers with or without colours, and whether the devices that a
 * small screen hides are opened one after the other.
 */
export type Look = { barriers: "all" | "no-colours" | "none"; devices: "shown" | "each" };
export type Seen = { address: string; faults: string[] };

/** What has been looked at: structures (see `page-reading.ts`) and the looks that colours come from. */
export type Known = { structures: string[]; looks: string[] };

/**
 * Shows the moments one after the other in the open page, without loading it again, and says what is wrong with each:
 * violations that axe finds, targets under 48 px or covered by something, things that stand over the edge.
 *
 * Axe is asked once for each structure, and about colours once for each look: a moment that is built like one that was
 * looked at (the same elements, the same words missing, the same words repeated) can have no other violations.
 * @param known what was looked at before; grows
 */
export async function lookAt(
  page: Page,
  addresses: readonly string[],
  look: Look,
  known: Known,
): Promise<Seen[]> {
  const { seen, structures, looks } = await page.evaluate(
    async ({ addresses, look, known, all }) => {
      const { reading, axe } = window as unknown as {
        reading: import("./page-reading").Reading;
        axe: typeof import("axe-core");
      };
      const structures = new Set(known.structures);
      const looks = new Set(known.looks);
      // Measuring makes the browser lay the page out; waiting until it has painted would take twice the time.
      const drawn = () => new Promise<void>((done) => setTimeout(done));
      const stage = () => document.querySelector<HTMLElement>("[data-moment]");

      const ask = async (what: import("axe-core").ElementContext, options: import("axe-core").RunOptions) => {
        const { violations } = await axe.run(what, { resultTypes: ["violations"], ...options });
        return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(" | ")}`);
      };
      const barriers = async (root: HTMLElement): Promise<string[]> => {
        const found: string[] = [];
        const structure = reading.structureOf(root);
        if (!structures.has(structure)) {
          structures.add(structure);
          // Sizes and what covers a target are measured for each moment, with stricter numbers.
          const rules = { "color-contrast": { enabled: false }, "target-size": { enabled: false } };
          found.push(...(await ask(root, { runOnly: all, rules })));
        }
        const coloured = look.barriers === "all" ? reading.looksOf(root) : [];
        const fresh = coloured.filter(([name]) => !looks.has(name));
        for (const [name] of fresh) looks.add(name);
        if (fresh.length > 0) {
          const include = fresh.map(([, element]) => element);
          found.push(...(await ask({ include }, { runOnly: ["color-contrast", "link-in-text-block"] })));
        }
        return found;
      };

      const seen: { address: string; faults: string[] }[] = [];
      for (const address of addresses) {
        window.location.hash = address;
        for (let turn = 0; turn < 2000 && stage()?.dataset.moment !== `#${address}`; turn += 1) await drawn();
        await drawn();
        // What arrives with a movement is looked at when it is there.
        for (const movement of document.getAnimations()) movement.cancel();
        const root = stage();
        if (root?.dataset.moment !== `#${address}`) {
          seen.push({ address, faults: ["the moment was not shown"] });
          continue;
        }
        const faults = [...reading.sizesOf(root), ...(look.barriers === "none" ? [] : await barriers(root))];
        const others = [...root.querySelectorAll<HTMLButtonElement>("fieldset [aria-pressed=false]")];
        for (const other of look.devices === "each" ? others.filter(reading.isSeen) : []) {
          other.click();
          for (let turn = 0; turn < 100 && other.ariaPressed !== "true"; turn += 1) await drawn();
          faults.push(...reading.sizesOf(root));
        }
        seen.push({ address, faults: [...new Set(faults)] });
      }
      return { seen, structures: [...structures], looks: [...looks] };
    },
    { addresses, look, known, all: RULES },
  );
  known.structures = structures;
  known.looks = looks;
  return seen;
}
