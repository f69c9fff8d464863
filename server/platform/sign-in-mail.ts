import { createTranslator } from "next-intl";
import type { CodeMailFacts } from "@/server/identity/email-codes/schema";
import type { Mail } from "@/server/kernel/context";
import { loadMessages } from "./messages";

const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** A code in two groups of three, as people read it aloud. */
const spaced = (code: string) => `${code.slice(0, 3)} ${code.slice(3)}`;

/** The letter with a sign-in code, in the person's language: plain text and HTML say the same. */
export function composeCodeMail(facts: CodeMailFacts): Mail {
  const messages = loadMessages(facts.locale);
  const t = createTranslator({ locale: facts.locale, messages, namespace: "emails.codeMail" });
  const funding = createTranslator({ locale: facts.locale, messages, namespace: "layout.funding" });
  const words = {
    greeting: t("greeting", { name: facts.firstName }),
    intro: t("intro"),
    valid: t("valid", { minutes: facts.minutes }),
    type: t("type"),
    button: t("button"),
    notYou: t("notYou"),
    never: t("never"),
    signature: t("signature"),
    statement: funding("statement"),
    disclaimer: funding("disclaimer", { agency: funding("agency") }),
  };
  const text = [
    words.greeting,
    `${words.intro}\n\n    ${spaced(facts.code)}`,
    words.valid,
    `${words.type}\n${facts.link}`,
    `${words.notYou}\n${words.never}`,
    words.signature,
    `--\n${words.statement}\n${words.disclaimer}`,
  ].join("\n\n");
  const html = toHtml(
    facts.locale,
    Object.fromEntries(Object.entries(words).map(([key, word]) => [key, escapeHtml(word)])) as typeof words,
    { code: spaced(facts.code), link: escapeHtml(facts.link) },
  );
  return { to: facts.to, subject: t("subject"), text, html };
}

type Words = Record<
  | "greeting"
  | "intro"
  | "valid"
  | "type"
  | "button"
  | "notYou"
  | "never"
  | "signature"
  | "statement"
  | "disclaimer",
  string
>;

/** Mail programs know neither our style sheet nor our fonts: everything is written at the place. */
function toHtml(locale: string, words: Words, facts: { code: string; link: string }): string {
  return `<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"></head>
<body style="margin:0;padding:24px;background:#f7f5ef;color:#1e292b;font-family:Verdana,Arial,sans-serif;font-size:18px;line-height:1.6">
<div style="max-width:560px;margin:0 auto;padding:28px;background:#ffffff;border-radius:14px">
<p>${words.greeting}</p>
<p>${words.intro}</p>
<p style="margin:24px 0;font-size:40px;font-weight:bold;letter-spacing:6px;white-space:nowrap">${facts.code}</p>
<p>${words.valid}</p>
<p>${words.type}</p>
<p style="margin:24px 0"><a href="${facts.link}" style="display:inline-block;padding:16px 28px;border-radius:14px;background:#0c4f49;color:#ffffff;font-weight:bold;text-decoration:none">${words.button}</a></p>
<p>${words.notYou} ${words.never}</p>
<p>${words.signature}</p>
</div>
<div style="max-width:560px;margin:16px auto 0;padding:0 28px;font-size:14px;color:#3d484a">
<img src="cid:eu-emblem" width="96" height="64" alt="" style="display:block;margin:0 0 8px">
<p style="margin:0;font-weight:bold">${words.statement}</p>
<p style="margin:4px 0 0">${words.disclaimer}</p>
</div>
</body>
</html>
`;
}
