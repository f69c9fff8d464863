import { z } from "zod";
import { LOCALES, READING_CONTRASTS, READING_THEMES, STAFF_ROLES } from "@/db/enums";

/** An address that mail can be sent to, in lower case. */
export const emailAddress = z.string().trim().toLowerCase().min(1).max(200).pipe(z.email());

export const oneLine = (longest: number) =>
  z
    .string()
    .transform((text) => text.replace(/\s+/g, " ").trim())
    .pipe(z.string().min(1).max(longest));

export const phoneNumber = oneLine(30).refine(
  (text) => /^\+?[\d\s./()-]+$/.test(text) && /^\d{6,15}$/.test(text.replace(/\D/g, "")),
  "invalid-phone",
);

/** Sizes of the text, in percent. The same as the check on `persons.text_size`. */
export const TEXT_SIZES = [100, 125, 150, 200] as const;

/** A learner, made by somebody of the organisation: she needs no mailbox and no password. */
export const createPersonInput = z.object({
  organisationId: z.uuid(),
  firstName: oneLine(60),
  familyName: oneLine(80).optional(),
  email: emailAddress.optional(),
  phone: phoneNumber.optional(),
  locale: z.enum(LOCALES),
});
export type CreatePersonInput = z.input<typeof createPersonInput>;

/** Somebody who works with the platform. Only an administrator of the instance stands in no organisation. */
export const createStaffInput = z.discriminatedUnion("role", [
  z.object({
    role: z.enum(STAFF_ROLES).extract(["trainer", "coordinator"]),
    organisationId: z.uuid(),
    firstName: oneLine(60),
    familyName: oneLine(80),
    email: emailAddress,
    phone: phoneNumber.optional(),
    locale: z.enum(LOCALES),
  }),
  z.object({
    role: z.literal("admin"),
    organisationId: z.null(),
    firstName: oneLine(60),
    familyName: oneLine(80),
    email: emailAddress,
    phone: phoneNumber.optional(),
    locale: z.enum(LOCALES),
  }),
]);
export type CreateStaffInput = z.input<typeof createStaffInput>;

export const updateProfileInput = z.object({
  locale: z.enum(LOCALES).optional(),
  textSize: z.literal(TEXT_SIZES).optional(),
  theme: z.enum(READING_THEMES).optional(),
  contrast: z.enum(READING_CONTRASTS).optional(),
});
export type UpdateProfileInput = z.infer<typeof updateProfileInput>;
export const updateProfileOutput = z.object({ outcome: z.literal("saved") });

/** How a person wants to read, on every device. Null: never chosen, the device decides. */
export const readingWishes = z.object({
  personId: z.string(),
  textSize: z.literal(TEXT_SIZES),
  theme: z.enum(READING_THEMES).nullable(),
  contrast: z.enum(READING_CONTRASTS).nullable(),
});
export type ReadingWishes = z.infer<typeof readingWishes>;

/** The person who asks; null for a visitor. `rooms` are paths without language, the one to enter by first. */
export const meView = readingWishes
  .extend({
    firstName: z.string(),
    locale: z.enum(LOCALES),
    rooms: z.array(z.enum(["/admin", "/report", "/teach", "/learn"])).min(1),
  })
  .nullable();
export type MeView = z.infer<typeof meView>;

/** Ids somebody was known by before. */
export const formerIds = z.array(z.string());
