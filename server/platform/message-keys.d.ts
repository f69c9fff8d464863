import type common from "@/content/messages/fr/common.json";
import type crash from "@/content/messages/fr/crash.json";
import type credentials from "@/content/messages/fr/credentials.json";
import type home from "@/content/messages/fr/home.json";
import type layout from "@/content/messages/fr/layout.json";
import type legal from "@/content/messages/fr/legal.json";
import type { Locale as KnownLocale } from "@/db/enums";
import type { formats } from "./i18n";

/* One import and one line per namespace; tests/content/messages.test.ts fails when one is missing here. */
declare module "next-intl" {
  interface AppConfig {
    Locale: KnownLocale;
    Formats: typeof formats;
    Messages: {
      common: typeof common;
      crash: typeof crash;
      credentials: typeof credentials;
      home: typeof home;
      layout: typeof layout;
      legal: typeof legal;
    };
  }
}
