export const CODE_MINUTES = 10;
export const MOST_WRONG_CODES = 5;

/** Codes that one mailbox may be sent, and that one address may ask for. Unknown mailboxes are counted alike. */
export const REQUESTS_PER_EMAIL = { most: 5, seconds: 15 * 60 };
export const REQUESTS_PER_ADDRESS = { most: 40, seconds: 15 * 60 };

/** Codes that one address may try. */
export const CODE_TRIES_PER_ADDRESS = { most: 60, seconds: 15 * 60 };

/** Six digits, zeros in front included. */
export function makeEmailCode(random: (below: number) => number): string {
  return String(random(1_000_000)).padStart(6, "0");
}

/** What is hashed for a code: the request belongs to it, so a code opens nothing but its own request. */
export function emailCodeSecret(requestId: string, code: string): string {
  return `${requestId} ${code}`;
}

/** Key of the counter of tries of one request. It exists whether or not the mailbox is known here. */
export function triesKey(requestId: string): string {
  return `email-code:${requestId}`;
}
