import { createTranslator } from "next-intl";
import type { Mail } from "@/server/kernel/context";
import type { WelcomeMailFacts } from "@/server/organisations/schema";
import { composeLetter } from "./letter";
import { loadMessages } from "./messages";

/** The letter that welcomes a trainer: what she is now, and how she comes in. It holds no secret. */
export function composeWelcomeMail(facts: WelcomeMailFacts): Mail {
  const messages = loadMessages(facts.locale);
  const t = createTranslator({ locale: facts.locale, messages, namespace: "organisations.welcomeMail" });
  return composeLetter(facts.to, facts.locale, {
    subject: t("subject"),
    greeting: t("greeting", { name: facts.firstName }),
    paragraphs: [t("intro", { organisation: facts.organisation }), t("how", { email: facts.to })],
    button: { label: t("button"), href: facts.link },
    after: [t("notYou")],
    signature: t("signature"),
  });
}
