import type { z } from "zod";
import { DomainError } from "./errors";

const MISSING_CODES = new Set(["invalid_type", "invalid_value", "invalid_union"]);

/** Whether nothing was given where the issue is. An issue knows its value only when zod was asked to report it. */
function isMissing(issue: z.core.$ZodIssue, input: unknown): boolean {
  if (!MISSING_CODES.has(issue.code)) return false;
  const value =
    "input" in issue
      ? issue.input
      : issue.path.reduce<unknown>(
          (held, key) => (held as Record<PropertyKey, unknown> | null)?.[key],
          input,
        );
  return value === undefined || value === null;
}

/** Message key of one zod issue; a schema may name its own key as the message of a custom issue. */
function issueKey(issue: z.core.$ZodIssue, input: unknown): string {
  if (isMissing(issue, input)) return "required";
  switch (issue.code) {
    case "too_small":
      return issue.minimum === 1 && issue.origin !== "number" ? "required" : "too-short";
    case "too_big":
      return "too-long";
    case "invalid_format":
      return `invalid-${issue.format.replaceAll("_", "-")}`;
    case "custom":
      return /^[a-z-]+$/.test(issue.message) ? issue.message : "wrong-type";
    default:
      return "wrong-type";
  }
}

/**
 * Turns zod's findings into one message key per field, the first finding of each; the top level is field "".
 *
 * @param input what was given, to tell what is missing from what is wrong; not needed where zod reported it
 */
export function fieldKeys(error: z.core.$ZodError, input?: unknown): Record<string, string> {
  const keys: Record<string, string> = {};
  for (const issue of error.issues) keys[issue.path.join(".")] ??= issueKey(issue, input);
  return keys;
}

/**
 * Path of the first text that no database column can hold (a NUL character or half a character), or null.
 * No keyboard writes one; without this it would be a fault, and a client repeats what was a fault.
 */
function findUnstorable(value: unknown, path: string): string | null {
  if (typeof value === "string") return value.includes("\u0000") || /\p{Cs}/u.test(value) ? path : null;
  if (typeof value !== "object" || value === null) return null;
  for (const [key, held] of Object.entries(value)) {
    const at = path ? `${path}.${key}` : key;
    const found = findUnstorable(key, path) ?? findUnstorable(held, at);
    if (found !== null) return found;
  }
  return null;
}

/** Throws INVALID (`wrong-type` at its field) for input with a text that cannot be stored. */
export function refuseUnstorable(input: unknown): void {
  const path = findUnstorable(input, "");
  if (path !== null) throw new DomainError("INVALID", { fields: { [path]: "wrong-type" } });
}

/** Parses `input`, or throws INVALID with a message key per field. For the doors that are not tRPC. */
export function parseInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  refuseUnstorable(input);
  const parsed = schema.safeParse(input);
  if (!parsed.success) throw new DomainError("INVALID", { fields: fieldKeys(parsed.error, input) });
  return parsed.data;
}
