/** First and family name, in the order one says them. */
export const sideName = (side: { firstName: string; familyName: string | null }): string =>
  [side.firstName, side.familyName].filter(Boolean).join(" ");
