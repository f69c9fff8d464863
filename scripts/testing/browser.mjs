import { existsSync } from "node:fs";
import { localBin, run, systemProgram } from "../steps/commands.mjs";
import { Refusal } from "../steps/refusal.mjs";
import { canInstallPackages, installPackage } from "./system-packages.mjs";

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
const MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

function systemChromium() {
  for (const name of NAMES) {
    const path = systemProgram(name);
    if (path) return path;
  }
  return existsSync(MAC) ? MAC : null;
}

/**
 * A Chromium to test with: CHROMIUM_PATH, Playwright's own, the system's, and failing all of them one that is
 * installed now.
 *
 * @returns {Promise<string>} path of the program
 * @throws {Refusal} when there is none: journeys are never skipped
 */
export async function ensureBrowser() {
  const told = process.env.CHROMIUM_PATH;
  if (told) {
    if (existsSync(told)) return told;
    throw new Refusal(`CHROMIUM_PATH leads to ${told}, which does not exist. Correct it, or remove it.`);
  }
  const { chromium } = await import("@playwright/test");
  const own = () => (existsSync(chromium.executablePath()) ? chromium.executablePath() : null);
  const present = own() ?? systemChromium();
  if (present) return present;
  if (canInstallPackages() && (await installPackage("chromium"))) {
    const installed = systemChromium();
    if (installed) return installed;
  }
  console.log("• installing Chromium");
  const { code } = await run(localBin("playwright"), ["install", "chromium"], { timeout: 600_000 });
  const installed = code === 0 ? own() : null;
  if (installed) return installed;
  throw new Refusal(
    "There is no Chromium and none could be installed. Install one, or set CHROMIUM_PATH to yours.",
  );
}
