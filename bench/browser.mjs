import { setTimeout as sleep } from "node:timers/promises";
import { chromium } from "@playwright/test";

const QUIET_MS = 700;
const LAUNCH = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * @typedef {{ path: string, scripts: number, total: number, requests: number }} Weight bytes as they came over the
 *   wire, headers included
 */

/** Adds up what a page receives from now on; what comes out of the browser's own cache weighs nothing. */
async function weigh(page) {
  const network = await page.context().newCDPSession(page);
  await network.send("Network.enable");
  const types = new Map();
  let weights = /** @type {{ type: string, bytes: number }[]} */ ([]);
  network.on("Network.responseReceived", ({ requestId, type }) => types.set(requestId, type));
  network.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (encodedDataLength > 0)
      weights.push({ type: types.get(requestId) ?? "Other", bytes: encodedDataLength });
  });
  return (path) => {
    const sum = (list) => list.reduce((all, { bytes }) => all + bytes, 0);
    const heard = weights;
    weights = [];
    return {
      path,
      scripts: sum(heard.filter(({ type }) => type === "Script")),
      total: sum(heard),
      requests: heard.length,
    };
  };
}

async function settle(page) {
  await page.waitForLoadState("networkidle");
  await sleep(QUIET_MS);
}

/**
 * Opens each page in a browser that has never been here, signed in where a token is given, then takes one step on in
 * a lesson.
 *
 * @param {{ executable: string, origin: string, token: string, pages: { path: string, isSignedIn: boolean }[],
 *   step: { from: string, to: string } }} input
 * @returns {Promise<{ pages: Weight[], nextStep: Weight }>}
 */
export async function weighPages({ executable, origin, token, pages, step }) {
  const browser = await chromium.launch({ executablePath: executable, args: LAUNCH });
  const visit = async (isSignedIn, work) => {
    const context = await browser.newContext({ viewport: { width: 800, height: 1280 }, locale: "fr-BE" });
    try {
      if (isSignedIn) await context.addCookies([{ name: "session", value: token, url: origin }]);
      const page = await context.newPage();
      const faults = /** @type {string[]} */ ([]);
      page.on("pageerror", (error) => faults.push(error.message));
      const result = await work(page, await weigh(page));
      if (faults.length > 0) throw new Error(`${page.url()}: ${faults.join("; ")}`);
      return result;
    } finally {
      await context.close();
    }
  };
  const open = async (page, path) => {
    const response = await page.goto(`${origin}${path}`, { timeout: 30_000 });
    if (!response?.ok()) throw new Error(`${path} answers ${response?.status()}`);
    await settle(page);
  };
  try {
    const weights = [];
    for (const { path, isSignedIn } of pages) {
      weights.push(
        await visit(isSignedIn, async (page, read) => {
          await open(page, path);
          return read(path);
        }),
      );
    }
    const nextStep = await visit(true, async (page, read) => {
      await open(page, step.from);
      read(step.from);
      await page.locator(`a[href="${step.to}"]`).first().click();
      await page.waitForURL(`**${step.to}`);
      await settle(page);
      return read(step.to);
    });
    return { pages: weights, nextStep };
  } finally {
    await browser.close();
  }
}
