import { createTranslator } from "next-intl";
import type { Locale } from "@/db/enums";
import type { Mail } from "@/server/kernel/context";
import { loadMessages } from "./messages";

const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** What a letter says, from top to bottom. */
export type LetterWords = {
  subject: string;
  greeting: string;
  /** A code to copy stands alone, in large figures. */
  paragraphs: readonly (string | { code: string })[];
  button: { label: string; href: string };
  after: readonly string[];
  signature: string;
};

/**
 * A letter as plain text and as HTML that say the same, with the European statement at the foot. Mail programs know
 * neither our style sheet nor our fonts: everything is written at the place.
 */
export function composeLetter(to: string, locale: Locale, words: LetterWords): Mail {
  const funding = createTranslator({ locale, messages: loadMessages(locale), namespace: "layout.funding" });
  const statement = funding("statement");
  const disclaimer = funding("disclaimer", { agency: funding("agency") });
  const text = [
    words.greeting,
    ...words.paragraphs.map((part) => (typeof part === "string" ? part : `    ${part.code}`)),
    `${words.button.label}\n${words.button.href}`,
    ...words.after,
    words.signature,
    `--\n${statement}\n${disclaimer}`,
  ].join("\n\n");
  const paragraph = (part: string | { code: string }) =>
    typeof part === "string"
      ? `<p>${escapeHtml(part)}</p>`
      : `<p style="margin:24px 0;font-size:40px;font-weight:bold;letter-spacing:6px;white-space:nowrap">${escapeHtml(part.code)}</p>`;
  const html = `<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"></head>
<body style="margin:0;padding:24px;background:#f7f5ef;color:#1e292b;font-family:Verdana,Arial,sans-serif;font-size:18px;line-height:1.6">
<div style="max-width:560px;margin:0 auto;padding:28px;background:#ffffff;border-radius:14px">
${[words.greeting, ...words.paragraphs].map(paragraph).join("\n")}
<p style="margin:24px 0"><a href="${escapeHtml(words.button.href)}" style="display:inline-block;padding:16px 28px;border-radius:14px;background:#0c4f49;color:#ffffff;font-weight:bold;text-decoration:none">${escapeHtml(words.button.label)}</a></p>
${[...words.after, words.signature].map(paragraph).join("\n")}
</div>
<div style="max-width:560px;margin:16px auto 0;padding:0 28px;font-size:14px;color:#3d484a">
<img src="cid:eu-emblem" width="96" height="64" alt="" style="display:block;margin:0 0 8px">
<p style="margin:0;font-weight:bold">${escapeHtml(statement)}</p>
<p style="margin:4px 0 0">${escapeHtml(disclaimer)}</p>
</div>
</body>
</html>
`;
  return { to, subject: words.subject, text, html };
}
