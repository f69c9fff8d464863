import { z } from "zod";
import { CARD_PICTURES, type CardPicture, LOCALES } from "@/db/enums";
import { isCardCode, normaliseCardCode, PICTURES_ON_CARD } from "./rules";

/** A card's code as a person types it: any case, spaces and dashes, O for 0 and I or L for 1. */
export const cardCode = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .transform(normaliseCardCode)
  .refine(isCardCode, "invalid-card-code");

export const tryAccessCardInput = z.object({
  code: cardCode,
  pictures: z
    .array(z.enum(CARD_PICTURES))
    .max(20)
    .refine((pictures) => pictures.length === PICTURES_ON_CARD, "three-pictures"),
});
export type TryAccessCardInput = z.infer<typeof tryAccessCardInput>;

/** Whom to call, as a card's owner knows them. */
export type Helper = { name: string; phone: string };

/** What trying a card can lead to. `unknown`, `replaced` and `locked` end in "ask your trainer". */
export type AccessCardOutcome =
  | { outcome: "accepted"; personId: string; accessCardId: string }
  | { outcome: "wrong-pictures"; triesLeft: number }
  | { outcome: "locked"; helper: Helper | null }
  | { outcome: "replaced"; helper: Helper | null }
  | { outcome: "unknown" }
  | { outcome: "too-many-tries"; minutes: number };

/** What the page of a card says before its pictures are tried. */
export type CardState = { state: "open" } | { state: "locked" | "replaced"; helper: Helper | null };

export const issueAccessCardsInput = z.object({
  cohortId: z.uuid(),
  personIds: z
    .array(z.uuid())
    .min(1)
    .max(60)
    .refine((ids) => new Set(ids).size === ids.length, "twice"),
});
export type IssueAccessCardsInput = z.infer<typeof issueAccessCardsInput>;

/**
 * A card to print. The code and the pictures exist here and on the paper only: nothing can show them again.
 * `qr` draws the address `url`: an SVG path of black squares in a view box of `size` × `size`, margin included.
 */
export const printableCard = z.object({
  personId: z.string(),
  firstName: z.string(),
  locale: z.enum(LOCALES),
  code: z.string(),
  pictures: z.array(z.enum(CARD_PICTURES)),
  url: z.string(),
  qr: z.object({ size: z.number().int(), path: z.string() }),
});
export type PrintableCard = Omit<z.infer<typeof printableCard>, "pictures"> & { pictures: CardPicture[] };

/** `site` is the address people type, without https://. */
export const issueAccessCardsOutput = z.object({ site: z.string(), cards: z.array(printableCard) });
export type IssueAccessCardsOutput = z.infer<typeof issueAccessCardsOutput>;
