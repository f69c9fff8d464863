import { describe, expect, it } from "vitest";
import { pickVoice, sentenceSpans } from "@/components/layout/speech";
import type { Locale } from "@/db/enums";

function voice(lang: string, localService = true): SpeechSynthesisVoice {
  return { lang, localService, name: lang, voiceURI: lang, default: false };
}

describe("pickVoice", () => {
  it.each<[Locale, string[], string | undefined]>([
    ["fr", ["en-US", "fr-FR", "fr-BE"], "fr-BE"],
    ["fr", ["fr-CA", "fr-FR"], "fr-FR"],
    ["fr", ["fr-CA"], "fr-CA"],
    ["nl", ["nl_NL"], "nl_NL"],
    ["nl", ["nl-NL", "nl-BE"], "nl-BE"],
    ["de", ["de-AT", "de-DE"], "de-DE"],
    ["en", ["en-US", "en-GB"], "en-GB"],
    ["en", ["en-US"], "en-US"],
    ["fr", ["en-GB", "fry-NL"], undefined],
    ["de", [], undefined],
  ])("%s from %j is %s", (locale, langs, expected) => {
    expect(
      pickVoice(
        langs.map((lang) => voice(lang)),
        locale,
      )?.lang,
    ).toBe(expected);
  });

  it("prefers a voice on the device to one on the network", () => {
    const far = voice("fr-FR", false);
    const near = voice("fr-FR", true);
    expect(pickVoice([far, near], "fr")).toBe(near);
  });
});

describe("sentenceSpans", () => {
  it("cuts a paragraph into sentences without the space between them", () => {
    const text = " Prenez votre temps.  Lisez qui demande ! Est-ce vous ?";
    expect(sentenceSpans(text, "fr").map(({ start, end }) => text.slice(start, end))).toEqual([
      "Prenez votre temps.",
      "Lisez qui demande !",
      "Est-ce vous ?",
    ]);
  });

  it("finds nothing to say where there are no words", () => {
    expect(sentenceSpans(" … – ", "fr")).toEqual([]);
  });
});
