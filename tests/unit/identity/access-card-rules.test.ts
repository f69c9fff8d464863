import { describe, expect, it } from "vitest";
import { CARD_PICTURES } from "@/db/enums";
import {
  drawPictures,
  formatCardCode,
  isCardCode,
  makeCardCode,
  normaliseCardCode,
  PICTURES_ON_CARD,
} from "@/server/identity/access-cards/rules";
import { cardCode, issueAccessCardsInput, tryAccessCardInput } from "@/server/identity/access-cards/schema";
import { fieldKeys } from "@/server/kernel/invalid-input";

/** Numbers in a row, each held below what is asked for. */
function countingFrom(start: number) {
  let next = start;
  return (below: number) => next++ % below;
}

const codes = Array.from({ length: 60 }, (_, seed) => makeCardCode(countingFrom(seed * 37 + 11)));
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

describe("the code of a card", () => {
  it("is eight signs that nobody mistakes for another", () => {
    for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
  });

  it.each([
    ["small letters", (code: string) => code.toLowerCase()],
    ["as printed", formatCardCode],
    ["with spaces", (code: string) => ` ${code.slice(0, 4)}  ${code.slice(4)} `],
    ["O for 0", (code: string) => code.replaceAll("0", "O")],
    ["o for 0", (code: string) => code.replaceAll("0", "o")],
    ["I for 1", (code: string) => code.replaceAll("1", "I")],
    ["l for 1", (code: string) => code.replaceAll("1", "l")],
    ["a long dash", (code: string) => `${code.slice(0, 4)}–${code.slice(4)}`],
  ])("is understood when typed %s", (_, type) => {
    for (const code of codes) expect(cardCode.parse(type(code))).toBe(code);
  });

  it("is refused with any one sign wrong", () => {
    for (const code of codes.slice(0, 8)) {
      for (let place = 0; place < code.length; place += 1) {
        for (const sign of ALPHABET) {
          if (sign === code[place]) continue;
          expect(isCardCode(code.slice(0, place) + sign + code.slice(place + 1))).toBe(false);
        }
      }
    }
  });

  it("is refused with two neighbours exchanged, but for the one pair a Luhn sum cannot see", () => {
    for (const code of codes) {
      for (let place = 0; place < code.length - 1; place += 1) {
        const [a = "", b = ""] = code.slice(place, place + 2);
        if (a === b || (a + b).match(/^(?:0Z|Z0)$/)) continue;
        expect(isCardCode(code.slice(0, place) + b + a + code.slice(place + 2))).toBe(false);
      }
    }
  });

  it.each([
    ["missing", undefined, "required"],
    ["empty", "", "required"],
    ["blank", "   ", "required"],
    ["too short", "7K2M", "invalid-card-code"],
    ["nine signs", `${codes[0]}7`, "invalid-card-code"],
    ["with a U", "UUUUUUUU", "invalid-card-code"],
    ["very long", "7".repeat(500), "too-long"],
    ["a number", 12345678, "wrong-type"],
    ["a list", ["7K2M94QX"], "wrong-type"],
  ])("gives a key when it is %s", (_, value, key) => {
    const parsed = cardCode.safeParse(value, { reportInput: true });
    expect(parsed.success).toBe(false);
    if (!parsed.success) expect(fieldKeys(parsed.error, value)[""]).toBe(key);
  });

  it("is compared without what a reader may add", () => {
    expect(normaliseCardCode(" 7k2m - 94qo il ")).toBe("7K2M94Q011");
  });
});

describe("the pictures of a card", () => {
  it("are three different ones, whatever the dice say", () => {
    for (let seed = 0; seed < 200; seed += 1) {
      const pictures = drawPictures(countingFrom(seed));
      expect(pictures).toHaveLength(PICTURES_ON_CARD);
      expect(new Set(pictures).size).toBe(PICTURES_ON_CARD);
      for (const picture of pictures) expect(CARD_PICTURES).toContain(picture);
    }
  });

  it("can be every picture at every place", () => {
    const seen = new Set<string>();
    for (let a = 0; a < 12; a += 1)
      for (let b = 0; b < 11; b += 1)
        for (let c = 0; c < 10; c += 1) {
          const dice = [a, b, c];
          seen.add(drawPictures(() => dice.shift() ?? 0).join(" "));
        }
    expect(seen.size).toBe(12 * 11 * 10);
  });

  it.each([
    ["none", [], "three-pictures"],
    ["two", ["sun", "cat"], "three-pictures"],
    ["four", ["sun", "cat", "key", "cup"], "three-pictures"],
    ["an unknown one", ["sun", "cat", "dragon"], "wrong-type"],
    ["no list", "sun", "wrong-type"],
  ])("give a key when there are %s", (_, pictures, key) => {
    const parsed = tryAccessCardInput.safeParse({ code: codes[0], pictures }, { reportInput: true });
    expect(parsed.success).toBe(false);
    if (!parsed.success)
      expect(Object.values(fieldKeys(parsed.error, { code: codes[0], pictures }))).toContain(key);
  });
});

describe("an order of cards", () => {
  const cohortId = crypto.randomUUID();
  const one = crypto.randomUUID();
  it.each([
    ["nobody", [], "required"],
    ["somebody twice", [one, one], "twice"],
    ["too many", Array.from({ length: 61 }, () => crypto.randomUUID()), "too-long"],
    ["no id", ["marie"], "invalid-uuid"],
  ])("is refused for %s", (_, personIds, key) => {
    const parsed = issueAccessCardsInput.safeParse({ cohortId, personIds }, { reportInput: true });
    expect(parsed.success).toBe(false);
    if (!parsed.success)
      expect(Object.values(fieldKeys(parsed.error, { cohortId, personIds }))).toContain(key);
  });
});
