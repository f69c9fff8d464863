import type admin from "@/content/messages/fr/admin.json";
import type assessment from "@/content/messages/fr/assessment.json";
import type common from "@/content/messages/fr/common.json";
import type confidence from "@/content/messages/fr/confidence.json";
import type crash from "@/content/messages/fr/crash.json";
import type credentials from "@/content/messages/fr/credentials.json";
import type emails from "@/content/messages/fr/emails.json";
import type errors from "@/content/messages/fr/errors.json";
import type exam from "@/content/messages/fr/exam.json";
import type home from "@/content/messages/fr/home.json";
import type identity from "@/content/messages/fr/identity.json";
import type layout from "@/content/messages/fr/layout.json";
import type learning from "@/content/messages/fr/learning.json";
import type legal from "@/content/messages/fr/legal.json";
import type organisations from "@/content/messages/fr/organisations.json";
import type passport from "@/content/messages/fr/passport.json";
import type placement from "@/content/messages/fr/placement.json";
import type refreshers from "@/content/messages/fr/refreshers.json";
import type reporting from "@/content/messages/fr/reporting.json";
import type simulation from "@/content/messages/fr/simulation.json";
import type surprises from "@/content/messages/fr/surprises.json";
import type workbench from "@/content/messages/fr/workbench.json";
import type { Locale as KnownLocale } from "@/db/enums";
import type { formats } from "./i18n";

/* One import and one line per namespace; tests/content/messages.test.ts fails when one is missing here. */
declare module "next-intl" {
  interface AppConfig {
    Locale: KnownLocale;
    Formats: typeof formats;
    Messages: {
      admin: typeof admin;
      assessment: typeof assessment;
      common: typeof common;
      confidence: typeof confidence;
      crash: typeof crash;
      credentials: typeof credentials;
      emails: typeof emails;
      errors: typeof errors;
      exam: typeof exam;
      home: typeof home;
      identity: typeof identity;
      layout: typeof layout;
      learning: typeof learning;
      legal: typeof legal;
      organisations: typeof organisations;
      passport: typeof passport;
      placement: typeof placement;
      refreshers: typeof refreshers;
      reporting: typeof reporting;
      simulation: typeof simulation;
      surprises: typeof surprises;
      workbench: typeof workbench;
    };
  }
}
