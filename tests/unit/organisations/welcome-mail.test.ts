import { describe, expect, it } from "vitest";
import { LOCALES } from "@/db/enums";
import { composeWelcomeMail } from "@/server/platform/welcome-mail";

const STATEMENT = {
  fr: "Financé par l’Union européenne",
  nl: "Gefinancierd door de Europese Unie",
  de: "Von der Europäischen Union finanziert",
  en: "Funded by the European Union",
};

describe("the letter that welcomes a trainer", () => {
  it.each(LOCALES)("says the same in text and HTML, with the European statement (%s)", (locale) => {
    const mail = composeWelcomeMail({
      to: "nadia@example.org",
      firstName: "Nadia <b>",
      locale,
      organisation: "Aînés & Co",
      link: `http://localhost:3000/${locale}/sign-in`,
    });
    expect(mail.to).toBe("nadia@example.org");
    expect(mail.subject).toContain("DigiSkiPasS");
    for (const part of [mail.text, mail.html]) {
      expect(part).toContain(`http://localhost:3000/${locale}/sign-in`);
      expect(part).toContain("nadia@example.org");
      expect(part.replaceAll("&#39;", "'")).toContain(STATEMENT[locale]);
    }
    expect(mail.text).toContain("Aînés & Co");
    expect(mail.html).toContain("Aînés &#38; Co");
    expect(mail.html).not.toContain("<b>");
    expect(mail.html).toContain(`<html lang="${locale}">`);
    expect(mail.html).toContain("cid:eu-emblem");
  });
});
