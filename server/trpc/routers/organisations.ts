import { listCohortChoices, listCohorts, listKnownLearners } from "@/server/organisations/cohorts/reads";
import {
  addLearnersInput,
  addLearnersOutput,
  cohortChoices,
  cohortCreated,
  createCohortInput,
  knownLearnerAdded,
  listCohortsOutput,
  listKnownLearnersInput,
  listKnownLearnersOutput,
  memberInput,
  membershipEnded,
} from "@/server/organisations/cohorts/schema";
import {
  addKnownLearner,
  addLearners,
  createCohort,
  endMembership,
} from "@/server/organisations/cohorts/writes";
import { listOrganisations, listOwnStaff, listStaff } from "@/server/organisations/reads";
import {
  createOrganisationInput,
  createTrainerInput,
  listOrganisationsOutput,
  listOwnStaffOutput,
  listStaffInput,
  listStaffOutput,
  organisationCreated,
  trainerCreated,
} from "@/server/organisations/schema";
import { createOrganisation, createTrainer } from "@/server/organisations/writes";
import { composeWelcomeMail } from "@/server/platform/welcome-mail";
import { procedure, router } from "../procedures";

export const organisationsRouter = router({
  listOrganisations: procedure.output(listOrganisationsOutput).query(({ ctx }) => listOrganisations(ctx)),
  createOrganisation: procedure
    .input(createOrganisationInput)
    .output(organisationCreated)
    .mutation(({ ctx, input }) => createOrganisation(ctx, input)),
  listStaff: procedure
    .input(listStaffInput)
    .output(listStaffOutput)
    .query(({ ctx, input }) => listStaff(ctx, input)),
  listOwnStaff: procedure.output(listOwnStaffOutput).query(({ ctx }) => listOwnStaff(ctx)),
  createTrainer: procedure
    .input(createTrainerInput)
    .output(trainerCreated)
    .mutation(({ ctx, input }) => createTrainer(ctx, input, composeWelcomeMail)),
  listCohorts: procedure.output(listCohortsOutput).query(({ ctx }) => listCohorts(ctx)),
  listCohortChoices: procedure.output(cohortChoices).query(({ ctx }) => listCohortChoices(ctx)),
  createCohort: procedure
    .input(createCohortInput)
    .output(cohortCreated)
    .mutation(({ ctx, input }) => createCohort(ctx, input)),
  addLearners: procedure
    .input(addLearnersInput)
    .output(addLearnersOutput)
    .mutation(({ ctx, input }) => addLearners(ctx, input)),
  listKnownLearners: procedure
    .input(listKnownLearnersInput)
    .output(listKnownLearnersOutput)
    .query(({ ctx, input }) => listKnownLearners(ctx, input)),
  addKnownLearner: procedure
    .input(memberInput)
    .output(knownLearnerAdded)
    .mutation(({ ctx, input }) => addKnownLearner(ctx, input)),
  endMembership: procedure
    .input(memberInput)
    .output(membershipEnded)
    .mutation(({ ctx, input }) => endMembership(ctx, input)),
});
