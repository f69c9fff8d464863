import { z } from "zod";
import { LOCALES, type Locale } from "@/db/enums";
import { emailAddress, oneLine, phoneNumber } from "@/server/identity/schema";

/** Country of ISO 3166-1, two letters, given in any case. */
export const countryCode = z
  .string()
  .trim()
  .toUpperCase()
  .refine((code) => /^[A-Z]{2}$/.test(code), "invalid-country");

export const createOrganisationInput = z.object({
  name: oneLine(120),
  country: countryCode,
  phone: phoneNumber,
});
export type CreateOrganisationInput = z.infer<typeof createOrganisationInput>;

export const organisationCreated = z.object({ organisationId: z.string() });

export const createTrainerInput = z.object({
  organisationId: z.uuid(),
  firstName: oneLine(60),
  familyName: oneLine(80),
  email: emailAddress,
  /** Learners call it: a trainer has one. */
  phone: phoneNumber,
  /** Language of the welcome e-mail and of the trainer's rooms. */
  locale: z.enum(LOCALES),
});
export type CreateTrainerInput = z.infer<typeof createTrainerInput>;

/** `role-added`: the address was known, and the same person now teaches here too. */
export const trainerCreated = z.object({
  outcome: z.enum(["created", "role-added"]),
  personId: z.string(),
});

/** Facts of the mail that welcomes a trainer; `link` is the page where she signs in. */
export type WelcomeMailFacts = {
  to: string;
  firstName: string;
  locale: Locale;
  organisation: string;
  link: string;
};

export const organisationLine = z.object({
  id: z.string(),
  name: z.string(),
  country: z.string(),
  phone: z.string(),
  staff: z.number().int(),
  cohorts: z.number().int(),
  learners: z.number().int(),
});
export const listOrganisationsOutput = z.array(organisationLine);
export type OrganisationLine = z.infer<typeof organisationLine>;

export const listStaffInput = z.object({ organisationId: z.uuid() });
export const staffMember = z.object({
  personId: z.string(),
  firstName: z.string(),
  familyName: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  roles: z.array(z.enum(["trainer", "coordinator"])),
});
export const listStaffOutput = z.object({
  organisation: z.object({ id: z.string(), name: z.string() }),
  staff: z.array(staffMember),
});
export const listOwnStaffOutput = z.array(listStaffOutput);
export type StaffMember = z.infer<typeof staffMember>;

const inEveryLocale = z.record(z.enum(LOCALES), z.string().min(1));

/** A funded project and its partners; only scripts create one today. */
export const createProjectInput = z.object({
  grantNumber: oneLine(60),
  title: oneLine(200),
  call: oneLine(60),
  agency: inEveryLocale,
  startsOn: z.iso.date().nullable(),
  endsOn: z.iso.date().nullable(),
  partners: z.array(z.object({ organisationId: z.uuid(), role: z.enum(["coordinator", "partner"]) })).min(1),
});
export type CreateProjectInput = z.infer<typeof createProjectInput>;
