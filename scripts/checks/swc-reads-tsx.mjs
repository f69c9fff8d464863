import swc from "@swc/core";

/**
 * Loaded before dependency-cruiser (`node --import`), whose swc parser takes every file for TypeScript without JSX and
 * stops at the first component.
 */
const { parseFileSync } = swc;
swc.parseFileSync = (file, options) => parseFileSync(file, { ...options, tsx: file.endsWith(".tsx") });
