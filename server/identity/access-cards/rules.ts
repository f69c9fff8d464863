import { CARD_PICTURES, type CardPicture } from "@/db/enums";

/** Wrong tries in a row that lock a card. */
export const MOST_WRONG_TRIES = 10;

/** Pictures printed on a card, all different; their order counts. */
export const PICTURES_ON_CARD = 3;

/** Tries with any card from one address. A whole class behind one connection must fit in. */
export const CARD_TRIES_PER_ADDRESS = { most: 120, seconds: 15 * 60 };

/** Cards looked at from one address, without trying them. */
export const CARD_LOOKS_PER_ADDRESS = { most: 240, seconds: 15 * 60 };

/** Crockford's base 32: without I, L, O and U, which are mistaken for 1, 1, 0 and V. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const CODE_LENGTH = 8;
const MISREAD: Record<string, string> = { O: "0", I: "1", L: "1" };

type RandomInteger = (below: number) => number;

/** A code as we compare it: capitals and digits only, signs that look alike taken for one another. */
export function normaliseCardCode(text: string): string {
  return text
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, "")
    .replace(/[OIL]/g, (sign) => MISREAD[sign] ?? sign);
}

/** The code as it is printed: two groups of four. */
export function formatCardCode(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/** Luhn's check character, base 32: one wrong sign, or two neighbours exchanged, is noticed before any look-up. */
function checkCharacter(payload: string): string {
  const sum = [...payload].reverse().reduce((total, sign, index) => {
    const value = ALPHABET.indexOf(sign) * (index % 2 === 0 ? 2 : 1);
    return total + Math.floor(value / ALPHABET.length) + (value % ALPHABET.length);
  }, 0);
  return ALPHABET[(ALPHABET.length - (sum % ALPHABET.length)) % ALPHABET.length] ?? "";
}

/** Whether a normalised text has the form of a card's code; says nothing about there being such a card. */
export function isCardCode(code: string): boolean {
  if (code.length !== CODE_LENGTH || [...code].some((sign) => !ALPHABET.includes(sign))) return false;
  return checkCharacter(code.slice(0, -1)) === code.at(-1);
}

/** A fresh code: seven random signs and the check character. */
export function makeCardCode(random: RandomInteger): string {
  const payload = Array.from({ length: CODE_LENGTH - 1 }, () => ALPHABET[random(ALPHABET.length)]).join("");
  return payload + checkCharacter(payload);
}

/** Three different pictures in a random order. */
export function drawPictures(random: RandomInteger): CardPicture[] {
  const left: CardPicture[] = [...CARD_PICTURES];
  return Array.from({ length: PICTURES_ON_CARD }, () => left.splice(random(left.length), 1)).flat();
}

/** What is hashed for a card's pictures: the code belongs to it, so equal pictures on two cards do not look equal. */
export function picturesSecret(code: string, pictures: readonly CardPicture[]): string {
  return `${code} ${pictures.join(" ")}`;
}
