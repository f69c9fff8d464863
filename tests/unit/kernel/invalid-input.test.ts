import { describe, expect, it } from "vitest";
import { z } from "zod";
import { DomainError } from "@/server/kernel/errors";
import { fieldKeys, parseInput, refuseUnstorable } from "@/server/kernel/invalid-input";

const schema = z.object({
  name: z.string().min(1).max(5),
  pin: z.string().min(4),
  age: z.number().int().min(1).max(120),
  id: z.uuid(),
  mail: z.email(),
  day: z.iso.date(),
  slug: z.string().regex(/^[a-z]+$/),
  kind: z.enum(["a", "b"]),
  list: z.array(z.object({ tick: z.boolean() })).max(2),
  phone: z.string().refine((text) => text === "ok", "invalid-phone"),
  other: z.string().refine((text) => text === "ok", "A sentence nobody should see."),
});
const good = {
  name: "Anna",
  pin: "1234",
  age: 80,
  id: "00000000-0000-4000-8000-000000000001",
  mail: "anna@mail.example",
  day: "2026-11-22",
  slug: "abc",
  kind: "a",
  list: [{ tick: true }],
  phone: "ok",
  other: "ok",
};

function keysOf(change: Record<string, unknown>) {
  const input = { ...good, ...change };
  const silent = schema.safeParse(input);
  const reporting = schema.safeParse(input, { reportInput: true });
  if (silent.success || reporting.success) return {};
  const keys = fieldKeys(silent.error, input);
  // The same whether zod keeps the value with its finding or not.
  expect(fieldKeys(reporting.error, undefined)).toEqual(keys);
  return keys;
}

describe("fieldKeys", () => {
  it.each<[string, Record<string, unknown>, Record<string, string>]>([
    ["nothing wrong", {}, {}],
    ["missing", { name: undefined }, { name: "required" }],
    ["null", { name: null }, { name: "required" }],
    ["empty", { name: "" }, { name: "required" }],
    ["too long", { name: "Annabelle" }, { name: "too-long" }],
    ["too short", { pin: "12" }, { pin: "too-short" }],
    ["another type", { name: 5 }, { name: "wrong-type" }],
    ["a number too small", { age: 0 }, { age: "too-short" }],
    ["a number too big", { age: 500 }, { age: "too-long" }],
    ["no uuid", { id: "x" }, { id: "invalid-uuid" }],
    ["no address", { mail: "anna" }, { mail: "invalid-email" }],
    ["no date", { day: "2026-02-30" }, { day: "invalid-date" }],
    ["other signs", { slug: "A!" }, { slug: "invalid-regex" }],
    ["not in the list", { kind: "c" }, { kind: "wrong-type" }],
    ["nothing chosen from the list", { kind: undefined }, { kind: "required" }],
    ["deep inside", { list: [{ tick: true }, { tick: "yes" }] }, { "list.1.tick": "wrong-type" }],
    ["a key of our own", { phone: "no" }, { phone: "invalid-phone" }],
    ["prose is no key", { other: "no" }, { other: "wrong-type" }],
    ["several at once", { name: "", age: 0 }, { name: "required", age: "too-short" }],
  ])("%s", (_name, change, keys) => {
    expect(keysOf(change)).toEqual(keys);
  });

  it("names the whole when it is no object at all", () => {
    for (const [input, key] of [
      ["text", "wrong-type"],
      [[], "wrong-type"],
      [null, "required"],
      [undefined, "required"],
    ] as const) {
      const parsed = schema.safeParse(input);
      expect(parsed.success ? {} : fieldKeys(parsed.error, input)).toEqual({ "": key });
    }
  });
});

function refusal(call: () => unknown) {
  try {
    call();
    return null;
  } catch (error) {
    if (error instanceof DomainError) return { code: error.code, ...error.detail };
    throw error;
  }
}

describe("parseInput", () => {
  it("gives back what fits and throws the keys of what does not", () => {
    expect(parseInput(schema, good)).toEqual(good);
    expect(refusal(() => parseInput(schema, { ...good, kind: 1 }))).toEqual({
      code: "INVALID",
      fields: { kind: "wrong-type" },
    });
  });
});

describe("text that no column can hold", () => {
  it.each<[string, unknown, Record<string, string> | null]>([
    ["a NUL", { answer: { text: "a\u0000b" } }, { "answer.text": "wrong-type" }],
    ["half a character", { list: ["ok", "\ud83d"] }, { "list.1": "wrong-type" }],
    ["a key with a NUL", { pairs: { "a\u0000": "b" } }, { pairs: "wrong-type" }],
    ["a whole emoji, accents, other scripts", { text: "👵🏽 é ß 漢 \u0007" }, null],
    ["no text at all", [1, null, true, undefined], null],
    ["nothing", undefined, null],
  ])("%s", (_name, input, fields) => {
    expect(refusal(() => refuseUnstorable(input))).toEqual(fields && { code: "INVALID", fields });
  });
});
