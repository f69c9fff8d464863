import { join } from "node:path";
import { BUILD, ROOT } from "./paths.mjs";
import { Refusal } from "./refusal.mjs";

/**
 * How our TypeScript becomes one file that plain Node runs: packages stay outside, `@/` is the repository, and
 * `server-only`, which is a guard for browser bundles, is empty. `next/headers` and the like need their file
 * extension outside Next.
 *
 * @param {string} entry path from the root
 * @param {string} outfile path from `.build`
 * @returns {import("esbuild").BuildOptions}
 */
export function bundleOptions(entry, outfile) {
  return {
    entryPoints: [join(ROOT, entry)],
    outfile: join(BUILD, outfile),
    absWorkingDir: ROOT,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20.19",
    sourcemap: "linked",
    logLevel: "warning",
    tsconfig: join(ROOT, "tsconfig.json"),
    plugins: [outsidePackages],
  };
}

/** @type {import("esbuild").Plugin} */
const outsidePackages = {
  name: "outside-packages",
  setup(build) {
    build.onResolve({ filter: /^server-only$/ }, () => ({ path: "server-only", namespace: "empty" }));
    build.onLoad({ filter: /.*/, namespace: "empty" }, () => ({ contents: "" }));
    build.onResolve({ filter: /^next\/[a-z-]+$/ }, ({ path }) => ({ path: `${path}.js`, external: true }));
    build.onResolve({ filter: /^[^./]/ }, ({ path, kind }) => {
      if (kind === "entry-point" || path.startsWith("@/")) return undefined;
      return { path, external: true };
    });
  },
};

/**
 * Bundles once.
 *
 * @param {string} entry
 * @param {string} outfile
 * @throws {Refusal} what esbuild said stands above
 */
export async function bundle(entry, outfile) {
  const esbuild = await import("esbuild");
  try {
    await esbuild.build(bundleOptions(entry, outfile));
  } catch (error) {
    if (error.errors === undefined) throw error;
    throw new Refusal(
      `${entry} could not be built: see the message above, correct it, and run the same command again.`,
    );
  } finally {
    // It would keep a helper process as long as we live.
    await esbuild.stop();
  }
  return join(BUILD, outfile);
}
