import { describe, expect, it } from "vitest";
import { fieldKeys } from "@/server/kernel/invalid-input";
import { addLearnersInput, createCohortInput } from "@/server/organisations/cohorts/schema";
import { createOrganisationInput, createTrainerInput } from "@/server/organisations/schema";

const ID = "0191d4a0-0000-7000-8000-000000000001";
const organisation = { name: "La Maison", country: "BE", phone: "02 555 00 01" };
const trainer = {
  organisationId: ID,
  firstName: "Nadia",
  familyName: "Lambert",
  email: "nadia@example.org",
  phone: "+32 470 00 00 01",
  locale: "fr",
};
const cohort = {
  organisationId: ID,
  name: "Mardi matin",
  course: "itsme-eid",
  locale: "fr",
  startsOn: "2026-11-03",
  endsOn: null,
};

describe("what the forms accept", () => {
  it("tidies what people type", () => {
    expect(
      createOrganisationInput.parse({ name: "  La   Maison ", country: " be ", phone: " 02/555.00.01" }),
    ).toEqual({
      name: "La Maison",
      country: "BE",
      phone: "02/555.00.01",
    });
    expect(createTrainerInput.parse({ ...trainer, email: " Nadia@Example.ORG " }).email).toBe(
      "nadia@example.org",
    );
  });

  it.each([
    [createOrganisationInput, {}, { name: "required", country: "required", phone: "required" }],
    [createOrganisationInput, { ...organisation, name: "   " }, { name: "required" }],
    [createOrganisationInput, { ...organisation, name: "x".repeat(121) }, { name: "too-long" }],
    [createOrganisationInput, { ...organisation, name: 7 }, { name: "wrong-type" }],
    [createOrganisationInput, { ...organisation, country: "Belgique" }, { country: "invalid-country" }],
    [createOrganisationInput, { ...organisation, phone: "call me" }, { phone: "invalid-phone" }],
    [createOrganisationInput, { ...organisation, phone: "12" }, { phone: "invalid-phone" }],
    [createTrainerInput, { ...trainer, email: "nadia" }, { email: "invalid-email" }],
    [createTrainerInput, { ...trainer, organisationId: "1" }, { organisationId: "invalid-uuid" }],
    [createTrainerInput, { ...trainer, locale: "it" }, { locale: "wrong-type" }],
    [createCohortInput, { ...cohort, startsOn: "3 novembre" }, { startsOn: "invalid-date" }],
    [createCohortInput, { ...cohort, startsOn: "2026-02-30" }, { startsOn: "invalid-date" }],
    [createCohortInput, { ...cohort, course: "cooking" }, { course: "wrong-type" }],
    [addLearnersInput, { cohortId: ID, names: " \n " }, { names: "required" }],
    [addLearnersInput, { cohortId: ID, names: "x".repeat(6001) }, { names: "too-long" }],
  ])("names the field and the fault (%#)", (schema, input, keys) => {
    const parsed = schema.safeParse(input, { reportInput: true });
    expect(parsed.error && fieldKeys(parsed.error)).toEqual(keys);
  });
});
