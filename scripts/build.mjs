import { ensureBuild } from "./steps/build.mjs";
import { runMain } from "./steps/refusal.mjs";

/** Builds without starting, for an image. Needs the dependencies. */
await runMain(ensureBuild);
