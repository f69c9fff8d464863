/** The seven ways a request can be refused; both doors (tRPC, HTTP) map this one table. */
export const ERROR_STATUS = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  INVALID: 422,
  RATE_LIMITED: 429,
  UNAVAILABLE: 503,
} as const;

export type ErrorCode = keyof typeof ERROR_STATUS;

/** What the edge may show: message keys and numbers, never prose and never personal data. */
export type ErrorDetail = {
  /** Key in the `errors` messages, more precise than the code. */
  reason?: string;
  /** Message key per input field. */
  fields?: Record<string, string>;
  /** Whole seconds until another try makes sense. */
  retryAfter?: number;
};

/** A refusal that a person can do something about. Anything else that is thrown is a fault and is never shown. */
export class DomainError extends Error {
  readonly code: ErrorCode;
  readonly detail: ErrorDetail;

  constructor(code: ErrorCode, detail: ErrorDetail = {}, options?: { cause?: unknown }) {
    super(detail.reason ? `${code}: ${detail.reason}` : code, options);
    this.name = "DomainError";
    this.code = code;
    this.detail = detail;
  }
}

/** Returns `value`, or throws NOT_FOUND when there is none. */
export function found<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new DomainError("NOT_FOUND");
  return value;
}
