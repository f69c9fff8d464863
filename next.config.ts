import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin("./server/platform/i18n.ts");

const config: NextConfig = {};

export default withNextIntl(config);
