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
 * Bytes as they came over the wire. `scripts` are all that arrived until the page was quiet, compressed and without
 * headers; `later` is the part of them that the page does not name itself: what it loads once it knows its reader, or
 * ahead for another page. `total` is everything, headers included.
 *
 * @typedef {{ path: string, reader: "visitor" | "learner", scripts: number, later: number, total: number,
 *   requests: number }} Weight
 */

const NAMED_SCRIPT = /<(?:script[^>]*?\ssrc|link rel="preload" as="script"[^>]*?\shref)="([^"?]+)/g;

/** Adds up what a page receives from now on; what comes out of the browser's own cache weighs nothing. */
async function weigh(page) {
  const network = await page.context().newCDPSession(page);
  await network.send("Network.enable");
  const received = new Map();
  let weights = /** @type {{ type: string, file: string, bytes: number, body: number }[]} */ ([]);
  network.on("Network.responseReceived", ({ requestId, type, response }) => {
    const { url, encodedDataLength: head } = response;
    received.set(requestId, { type, head, file: new URL(url).pathname });
  });
  network.on("Network.loadingFinished", ({ requestId, encodedDataLength: bytes }) => {
    const what = received.get(requestId);
    if (bytes > 0 && what) weights.push({ ...what, bytes, body: Math.max(0, bytes - what.head) });
  });
  return (path, reader, html = "") => {
    const sum = (list, part) => list.reduce((all, one) => all + one[part], 0);
    const named = new Set([...html.matchAll(NAMED_SCRIPT)].map(([, file]) => file));
    const heard = weights;
    weights = [];
    const scripts = heard.filter(({ type }) => type === "Script");
    return {
      path,
      reader,
      scripts: sum(scripts, "body"),
      later: sum(
        scripts.filter(({ file }) => !named.has(file)),
        "body",
      ),
      total: sum(heard, "bytes"),
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
 * @param {{ executable: string, origin: string, token: string, pages: Pick<Weight, "path" | "reader">[],
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
    return response.text();
  };
  try {
    const weights = [];
    for (const { path, reader } of pages) {
      weights.push(
        await visit(reader === "learner", async (page, read) => {
          return read(path, reader, await open(page, path));
        }),
      );
    }
    const nextStep = await visit(true, async (page, read) => {
      await open(page, step.from);
      read(step.from, "learner");
      await page.locator(`a[href="${step.to}"]`).first().click();
      await page.waitForURL(`**${step.to}`);
      await settle(page);
      return read(step.to, "learner");
    });
    return { pages: weights, nextStep };
  } finally {
    await browser.close();
  }
}
