import { existsSync } from "node:fs";
import { run, systemProgram } from "../steps/commands.mjs";
import { Refusal } from "../steps/refusal.mjs";

/** Whether we may install Debian packages: the tests then bring what they need. */
export function canInstallPackages() {
  return process.getuid?.() === 0 && existsSync("/etc/debian_version") && systemProgram("apt-get") !== null;
}

/** Installs a Debian package and says whether that worked. @param {string} name */
export async function installPackage(name) {
  console.log(`• installing ${name}`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const options = { env, quiet: true, timeout: 600_000 };
  await run("apt-get", ["update", "-q"], options);
  const { code, output } = await run("apt-get", ["install", "-yq", "--no-install-recommends", name], options);
  if (code !== 0) console.error(output.trimEnd());
  return code === 0;
}

/** Makes sure that the programs that look into our PDF files exist. @throws {Refusal} */
export async function ensurePdfTools() {
  const missing = () => ["pdfinfo", "pdftoppm"].some((name) => systemProgram(name) === null);
  if (!missing()) return;
  if (canInstallPackages()) await installPackage("poppler-utils");
  if (missing())
    throw new Refusal("pdfinfo and pdftoppm are missing. Install poppler-utils, then run the tests again.");
}
