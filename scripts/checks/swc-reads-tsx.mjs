import { createRequire } from "node:module";

/**
 * Loaded before dependency-cruiser (`node --import`), whose swc parser takes every file for TypeScript without JSX and
 * stops at the first component.
 */
const swc = createRequire(import.meta.url)("@swc/core");
const { parseFileSync } = swc;
swc.parseFileSync = (file, options) => parseFileSync(file, { ...options, tsx: file.endsWith(".tsx") });
