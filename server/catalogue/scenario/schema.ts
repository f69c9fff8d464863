import { z } from "zod";
import { condition, isRecord, plain, slug, slugs } from "@/server/catalogue/scenario-conditions/schema";
import { DRAWINGS } from "@/server/catalogue/scenario-drawings/schema";

/** The languages every scenario is written in. */
export const SCENARIO_LOCALES = ["fr", "nl", "de", "en"] as const;
export type ScenarioLocale = (typeof SCENARIO_LOCALES)[number];

export const DEVICE_KINDS = ["computer", "phone", "bank-reader", "eid-reader", "paper"] as const;

const target = z
  .string()
  .regex(/^[a-z0-9-]+\.[a-z0-9-]+$/, { error: "write screen.element, as in site-home.log-in" });
/** What a move changes. The order is always: set, add, stop, start, dismiss, notify, reach, mistake, say, show, look, finish. */
const effects = {
  set: z.record(slug, plain).optional(),
  add: z.record(slug, z.number()).optional(),
  stop: slugs.optional(),
  start: slugs.optional(),
  dismiss: slugs.optional(),
  notify: slugs.optional(),
  reach: slugs.optional(),
  mistake: slug.optional(),
  say: slug.optional(),
  show: slugs.optional(),
  look: slug.optional(),
  finish: z.literal(true).optional(),
};
const caseOf = z.strictObject({ when: condition.optional(), ...effects });
export type Case = z.infer<typeof caseOf>;
const does = z.union([caseOf, z.array(caseOf).min(1)]).transform((one) => (Array.isArray(one) ? one : [one]));

/** The words an element may start with. */
export const ELEMENT_KINDS = [
  "heading",
  "text",
  "list",
  "button",
  "field",
  "code",
  "choices",
  "icons",
  "check",
  "countdown",
  "picture",
  "browser",
  "sms",
  "call",
] as const;

const common = { id: slug, when: condition.optional() };
const drawing = z.union([
  z.enum(DRAWINGS),
  z.string().regex(/^\{value\.[a-z0-9-]+\}$/, { error: "write the name of a drawing, or {value.name}" }),
]);
const option = z.preprocess(
  (raw) => (typeof raw === "string" ? { option: raw } : raw),
  z.strictObject({ option: slug, drawing: drawing.optional(), does: does.optional() }),
);
export type Option = z.infer<typeof option>;
const optionSet = {
  ...common,
  options: z.array(option).min(2),
  into: slug.optional(),
  shuffle: z.boolean().default(false),
  does: does.optional(),
};
const keep = z.enum(["known", "any"]).default("known");

const element = z.preprocess(
  (raw) => {
    if (!isRecord(raw) || "kind" in raw) return raw;
    const kind = ELEMENT_KINDS.find((name) => name in raw);
    if (!kind) return raw;
    const { [kind]: id, ...rest } = raw;
    return { kind, id, ...rest };
  },
  z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("heading"), ...common }),
    z.strictObject({
      kind: z.literal("text"),
      ...common,
      tone: z.enum(["plain", "info", "warning", "good", "waiting"]).default("plain"),
    }),
    z.strictObject({ kind: z.literal("list"), ...common, items: z.array(slug).min(1) }),
    z.strictObject({
      kind: z.literal("button"),
      ...common,
      tone: z.enum(["primary", "plain", "danger"]).default("plain"),
      enabled: condition.optional(),
      does,
    }),
    z.strictObject({
      kind: z.literal("field"),
      ...common,
      accepts: z.enum(["phone", "text", "name", "email", "digits"]).default("text"),
      prefix: z.string().max(6).optional(),
      into: slug,
      keep,
      does: does.optional(),
    }),
    z.strictObject({
      kind: z.literal("code"),
      ...common,
      length: z.number().int().min(3).max(8).default(5),
      characters: z.enum(["digits", "letters-and-digits"]).default("digits"),
      hidden: z.boolean().default(true),
      into: slug,
      keep,
      does,
    }),
    z.strictObject({ kind: z.literal("choices"), ...optionSet }),
    z.strictObject({ kind: z.literal("icons"), ...optionSet }),
    z.strictObject({ kind: z.literal("check"), ...common, into: slug, does: does.optional() }),
    z.strictObject({ kind: z.literal("countdown"), ...common, timer: slug }),
    z.strictObject({ kind: z.literal("picture"), ...common, drawing }),
    z.strictObject({
      kind: z.literal("browser"),
      ...common,
      address: z.string().regex(/^[a-z0-9.-]+\.example(?:[/?].*)?$/, {
        error: "use an address nobody has: it ends in .example, as in ma-sante-demo.example/connexion",
      }),
      safe: z.boolean().default(true),
      does: does.optional(),
    }),
    z.strictObject({ kind: z.literal("sms"), ...common }),
    z.strictObject({ kind: z.literal("call"), ...common }),
  ]),
);
export type Element = z.infer<typeof element>;

const screen = z.strictObject({ device: slug, elements: z.array(element).min(1) });
const value = z.union([plain, z.strictObject({ pick: z.array(plain).min(2) })]);
const stepMove = z.union([
  z.strictObject({ press: target }),
  z.strictObject({ type: target, value: z.string() }),
  z.strictObject({ choose: target, option: z.string() }),
  z.strictObject({ tick: target }),
]);
export type StepMove = z.infer<typeof stepMove>;
const points = z.number().int().min(0).max(100);

/** A person of the exercises. Always fictitious: the phone number is checked to be in the exercise range. */
export const personaSchema = z
  .object({
    name: z.string(),
    phone: z.string().regex(/^(?:\+32 ?|0)470 ?00 ?00 ?\d\d$/, {
      error: "use a number of the exercises, from 0470 00 00 00 to 0470 00 00 99",
    }),
  })
  .catchall(z.string())
  .refine((person) => Object.keys(person).every((field) => slug.safeParse(field).success), {
    error: "use small letters, digits and hyphens for the names of the lines",
  });
export type Persona = Record<string, string>;
export const personasSchema = z.record(slug, personaSchema);

/** One scenario: what exists, what each move does, and what counts. All words a person reads are in the texts beside it. */
export const scenarioSchema = z.strictObject({
  id: slug,
  minutes: z.number().int().min(1).max(60),
  checked: z.iso.date(),
  competences: z
    .array(z.string().regex(/^[1-5]\.[1-6]$/, { error: 'write a DigComp number, as in "2.3"' }))
    .min(1),
  skills: z.array(z.number().int().min(1).max(99)).default([]),
  persona: slug,
  personas: z.record(slug, z.record(slug, z.string())).default({}),
  devices: z.record(
    slug,
    z.strictObject({
      kind: z.enum(DEVICE_KINDS),
      start: slug,
      card: condition.optional(),
      light: condition.optional(),
    }),
  ),
  values: z.record(slug, value).default({}),
  timers: z
    .record(
      slug,
      z.strictObject({
        seconds: z.number().int().min(10).max(3600),
        warn: z.number().int().default(60),
        does,
      }),
    )
    .default({}),
  notifications: z
    .record(
      slug,
      z.strictObject({
        device: slug,
        kind: z.enum(["app", "sms", "call"]).default("app"),
        drawing: z.enum(DRAWINGS).optional(),
        does,
      }),
    )
    .default({}),
  actors: z.record(slug, z.strictObject({ role: z.enum(["attacker", "helper", "service"]) })).default({}),
  happenings: z
    .record(
      slug,
      z.strictObject({
        by: slug.optional(),
        when: condition.optional(),
        after: z.number().int().min(0).max(600).default(0),
        does,
      }),
    )
    .default({}),
  screens: z.record(slug, screen),
  steps: z
    .array(
      z.strictObject({
        id: slug,
        at: slugs,
        when: condition.optional(),
        moves: z.array(stepMove).default([]),
      }),
    )
    .min(1),
  mistakes: z
    .record(
      slug,
      z.strictObject({
        kind: z.enum(["repairable", "critical"]).default("repairable"),
        points: points.optional(),
        counts: z.enum(["false-accept", "false-refuse"]).optional(),
        back: caseOf.optional(),
      }),
    )
    .default({}),
  goals: z.record(slug, z.strictObject({ points: points.optional(), optional: z.boolean().default(false) })),
  scoring: z
    .strictObject({
      hint: points.default(5),
      mistake: points.default(5),
      undo: points.default(0),
      lowest: points.default(30),
    })
    .optional(),
  variants: z
    .record(
      slug,
      z.strictObject({
        persona: slug.optional(),
        values: z.record(slug, value).optional(),
        start: z.record(slug, slug).optional(),
      }),
    )
    .default({}),
  remember: z.array(slug).min(1).max(5),
});
export type Scenario = z.infer<typeof scenarioSchema>;

/** All texts of one scenario in one language, flat: `{ "screens.site-home.log-in": "Se connecter" }`. */
export type ScenarioTexts = Readonly<Record<string, string>>;
