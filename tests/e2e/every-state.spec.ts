import { expect, type Page, test } from "@playwright/test";
import { LOCALES } from "@/db/enums";
import { type Known, lookAt } from "@/tests/support/every-state";
import { bringEyes } from "@/tests/support/page-reading";
import { listScenarios, loadScenario } from "@/tests/support/scenario-files";
import { picturesOf } from "@/tests/support/scenario-pictures";
import { startServing } from "@/tests/support/serving";

test.describe.configure({ mode: "parallel" });
// Thousands of looks: what is wrong is named in the message, and a recording would take longer than the looking.
test.use({ trace: "off", contextOptions: { reducedMotion: "reduce" } });

const WIDE = { width: 1280, height: 2400 };
const NARROW = { width: 320, height: 2400 };

/** Opens the player of one simulation with the clock held, ready to be shown moments. */
async function openPlayer(page: Page, path: string, first: string, size: typeof WIDE): Promise<void> {
  await page.setViewportSize(size);
  await page.goto(`${path}#${first}`);
  // The page says so when it has read the moment of its address: from then on it follows.
  await expect(page.locator("[data-moment]")).toHaveAttribute("data-moment", /^#./);
  await page.evaluate(() => document.fonts.ready);
}

for (const { course, id } of listScenarios()) {
  test(`every state of ${id} is fit for everybody, in every language`, async ({ page }) => {
    test.setTimeout(300_000);
    const pictures = picturesOf(loadScenario(course, id).scenario);
    expect(pictures.length).toBeGreaterThan(5);
    const whatIsSeen = new Map(pictures.map(({ address, shows }) => [address, shows.join(", ")]));
    const all = [...whatIsSeen.keys()];
    const places = pictures.filter(({ isNewPlace }) => isNewPlace).map(({ address }) => address);
    const faults: string[] = [];
    await bringEyes(page);
    const known: Known = { structures: [], looks: [] };
    const started = performance.now();
    for (const locale of LOCALES) {
      const path = `/${locale}/workbench/${course}/${id}/player`;
      // Colours and structure are the same in every language; names, lengths and places are not.
      const wide =
        locale === "fr"
          ? { addresses: all, look: { barriers: "all", devices: "shown" } as const }
          : { addresses: places, look: { barriers: "no-colours", devices: "shown" } as const };
      const narrow = { addresses: all, look: { barriers: "none", devices: "each" } as const };
      for (const [size, { addresses, look }] of [[WIDE, wide] as const, [NARROW, narrow] as const]) {
        await openPlayer(page, path, addresses[0] ?? "", size);
        for (const { address, faults: found } of await lookAt(page, addresses, look, known)) {
          for (const fault of found) {
            faults.push(`${fault}\n  ${size.width} px: ${whatIsSeen.get(address)}\n  ${path}#${address}`);
          }
        }
      }
    }
    const each = Math.round((performance.now() - started) / all.length / LOCALES.length);
    console.log(`${id}: ${all.length} views in ${LOCALES.length} languages, ${each} ms for each`);
    expect(faults.join("\n")).toBe("");
  });
}

test("an instance that only serves has no workbench", async ({ playwright }) => {
  const server = await startServing({ WORKBENCH: "0" });
  const request = await playwright.request.newContext({ baseURL: server.address });
  const place = "/workbench/itsme-eid/log-in-computer-number";
  for (const locale of LOCALES) {
    for (const path of [place, `${place}/player`]) {
      expect((await request.get(`/${locale}${path}`)).status(), locale).toBe(404);
    }
  }
  const input = encodeURIComponent(
    JSON.stringify({ course: "itsme-eid", simulation: "log-in-computer-number", locale: "fr" }),
  );
  for (const name of ["getDraft", "getDraftStamp", "getDraftSheet", "getDraftStudy"]) {
    expect((await request.get(`/api/trpc/simulation.${name}?input=${input}`)).status(), name).toBe(404);
  }
  await request.dispose();
  await server.stop();
});

test("the workbench has addresses for simulations only", async ({ request }) => {
  expect((await request.get("/fr/workbench/itsme-eid/log-in-computer-number/player")).status()).toBe(200);
  for (const place of [
    "itsme-eid/no-such-simulation",
    "no-such-course/log-in-computer-number",
    "itsme-eid/..",
  ]) {
    expect((await request.get(`/fr/workbench/${place}/player`)).status(), place).toBe(404);
    expect((await request.get(`/fr/workbench/${place}`)).status(), place).toBe(404);
  }
});

test("it adds no script to what learners open", async ({ request }) => {
  const scriptsOf = async (path: string) => {
    const addresses = [...(await (await request.get(path)).text()).matchAll(/\/_next\/static\/[^"\\]+\.js/g)];
    return new Set(addresses.map(([address]) => address));
  };
  const mine = await scriptsOf("/fr/workbench/itsme-eid/log-in-computer-number");
  const learners = await scriptsOf("/fr/courses/itsme-eid/log-in/practice/log-in-computer-number");
  const marks = async (addresses: Set<string>) => {
    const texts = await Promise.all([...addresses].map(async (one) => (await request.get(one)).text()));
    return texts.filter((text) => text.includes("bench-frame")).length;
  };
  expect(await marks(mine)).toBeGreaterThan(0);
  expect(await marks(learners)).toBe(0);
});
