/** Inline scripts of prerendered pages, as `'sha256-…'` sources; written by the build into `.build/csp.json`. */
export type ScriptHashes = { pages: Record<string, readonly string[]>; anywhere: readonly string[] };

export type PolicyInput = {
  /** Sources for `script-src` besides our own files: the hashes of a static page, or the nonce of a dynamic one. */
  scripts: readonly string[];
  /** Whether people reach us by https: then the browser corrects any http address of ours. */
  secure: boolean;
  /** Origins a form may lead to besides ours: the page of an identity provider. */
  formTargets?: readonly string[];
  /** `next dev` inlines scripts and styles and evaluates code. */
  development: boolean;
};

/** The `Content-Security-Policy` of one page: nothing from anybody else, nothing inline that we did not write. */
export function contentSecurityPolicy({
  scripts,
  secure,
  development,
  formTargets = [],
}: PolicyInput): string {
  const scriptSources = development ? ["'unsafe-inline'", "'unsafe-eval'"] : scripts;
  return [
    "default-src 'self'",
    ["script-src 'self'", ...scriptSources].join(" "),
    development ? "style-src 'self' 'unsafe-inline'" : "style-src 'self'",
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "font-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    ["form-action 'self'", ...formTargets].join(" "),
    "frame-ancestors 'none'",
    ...(secure ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}

/** Headers that every answer carries, whatever it is. */
export function commonHeaders(secure: boolean): Readonly<Record<string, string>> {
  return {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    // The camera reads the QR code of an access card.
    "permissions-policy":
      "camera=(self), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=(), interest-cohort=()",
    ...(secure ? { "strict-transport-security": "max-age=31536000; includeSubDomains" } : {}),
  };
}
