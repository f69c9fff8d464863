import type { Withheld } from "./types";

/** Belgian mobile numbers of the exercises: +32 470 00 00 00 to 99, which nobody has. */
const EXERCISE_RANGE = "4700000";

/** What stands in the place of a value that was taken out of a move. */
export const WITHHELD_VALUE = "•";

/** The digits of a Belgian number after +32 or 0: "+32 470 00 00 01", "0470/00.00.01" and "470000001" are one number. */
export function nationalPart(typed: string): string {
  const digits = typed.replace(/[^\d+]/g, "").replace(/^\+/, "00");
  return digits.replace(/^(?:00320?|32(?=4\d{8}$)|0)/, "");
}

/** Whether a full or half-typed phone number belongs to the exercise range. Other short numbers may be somebody's code. */
export function isExercisePhone(typed: string): boolean {
  const digits = nationalPart(typed);
  if (digits.length > 9) return false;
  return digits !== "" && digits.slice(0, 7) === EXERCISE_RANGE.slice(0, Math.min(7, digits.length));
}

/**
 * Recognises what a person must never type into an exercise: a Belgian national number (11 digits), a card
 * number (13–19 digits), an IBAN, a phone number outside the exercise range, a mailbox outside `.example`.
 */
export function looksReal(typed: string): Withheld | null {
  const compact = typed.replace(/[\s./\-–()]/g, "");
  if (/@/.test(typed)) return /@(?:[a-z0-9-]+\.)*example$/i.test(typed.trim()) ? null : "email";
  if (/^[a-z]{2}\d{2}[a-z0-9]{8,30}$/i.test(compact)) return "bank-account";
  if (/^\d{1,2}[./-]\d{1,2}[./-]\d{4}$/.test(typed.trim())) return null;
  if (!/^\+?\d+$/.test(compact)) return hidesNumber(compact);
  if (isExercisePhone(compact)) return null;
  const digits = compact.replace("+", "");
  if (digits.length >= 13 && !/^00/.test(compact)) return "card-number";
  if (digits.length === 11 && !/^(?:32|\+)/.test(compact)) return "national-number";
  if (/^(?:\+|00)/.test(compact) && digits.length >= 9) return "phone-number";
  if (digits.length >= 12) return "card-number";
  return digits.length >= 8 ? "phone-number" : null;
}

function hidesNumber(compact: string): Withheld | null {
  const longest = compact.match(/\d+/g)?.sort((a, b) => b.length - a.length)[0] ?? "";
  if (longest.length >= 13) return "card-number";
  if (longest.length === 11) return "national-number";
  return longest.length >= 9 ? "phone-number" : null;
}
