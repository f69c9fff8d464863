/** The twelve symbols of an access card. The same names in the same order as CARD_PICTURES in db/enums.ts (tested). */
export const CARD_PICTURES = [
  "sun",
  "tree",
  "boat",
  "cat",
  "apple",
  "house",
  "key",
  "star",
  "umbrella",
  "bicycle",
  "cup",
  "flower",
] as const;

export type CardPictureId = (typeof CARD_PICTURES)[number];
