import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // It opens font files of its own package at run time.
  serverExternalPackages: ["pdfkit"],
  // `npm run types` checks the whole repository, tests included; a start should not fail on a test's type.
  typescript: { ignoreBuildErrors: true },
};

export default createNextIntlPlugin("./server/platform/i18n.ts")(config);
