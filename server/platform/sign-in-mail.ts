import { createTranslator } from "next-intl";
import type { CodeMailFacts } from "@/server/identity/email-codes/schema";
import type { Mail } from "@/server/kernel/context";
import { composeLetter } from "./letter";
import { loadMessages } from "./messages";

/** A code in two groups of three, as people read it aloud. */
const spaced = (code: string) => `${code.slice(0, 3)} ${code.slice(3)}`;

/** The letter with a sign-in code, in the person's language. */
export function composeCodeMail(facts: CodeMailFacts): Mail {
  const messages = loadMessages(facts.locale);
  const t = createTranslator({ locale: facts.locale, messages, namespace: "emails.codeMail" });
  return composeLetter(facts.to, facts.locale, {
    subject: t("subject"),
    greeting: t("greeting", { name: facts.firstName }),
    paragraphs: [t("intro"), { code: spaced(facts.code) }, t("valid", { minutes: facts.minutes }), t("type")],
    button: { label: t("button"), href: facts.link },
    after: [`${t("notYou")} ${t("never")}`],
    signature: t("signature"),
  });
}
