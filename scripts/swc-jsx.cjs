/**
 * dependency-cruiser 17 asks swc for TypeScript without JSX, so it would stop at the first component.
 * Loaded before it (`node --require`), this tells swc which files hold JSX.
 */
const swc = require("@swc/core");

const parseFileSync = swc.parseFileSync.bind(swc);
swc.parseFileSync = (path, options) => parseFileSync(path, { ...options, tsx: path.endsWith(".tsx") });
