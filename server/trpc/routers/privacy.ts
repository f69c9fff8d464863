import { listKnownLearnersOutput } from "@/server/organisations/cohorts/schema";
import { findDoubles, getMergePreview, listMergeCandidates } from "@/server/privacy/merging/reads";
import {
  findDoublesInput,
  mergeCandidates,
  mergeCandidatesInput,
  mergePersonsInput,
  mergePreview,
  mergePreviewInput,
  personsMerged,
} from "@/server/privacy/merging/schema";
import { mergePersons } from "@/server/privacy/merging/writes";
import { personErased, personExport, personInput } from "@/server/privacy/schema";
import { erasePerson, exportPerson } from "@/server/privacy/writes";
import { procedure, router } from "../procedures";

export const privacyRouter = router({
  exportPerson: procedure
    .input(personInput)
    .output(personExport)
    .mutation(({ ctx, input }) => exportPerson(ctx, input)),
  erasePerson: procedure
    .input(personInput)
    .output(personErased)
    .mutation(({ ctx, input }) => erasePerson(ctx, input)),
  listMergeCandidates: procedure
    .input(mergeCandidatesInput)
    .output(mergeCandidates)
    .query(({ ctx, input }) => listMergeCandidates(ctx, input)),
  findDoubles: procedure
    .input(findDoublesInput)
    .output(listKnownLearnersOutput)
    .query(({ ctx, input }) => findDoubles(ctx, input)),
  getMergePreview: procedure
    .input(mergePreviewInput)
    .output(mergePreview)
    .query(({ ctx, input }) => getMergePreview(ctx, input)),
  mergePersons: procedure
    .input(mergePersonsInput)
    .output(personsMerged)
    .mutation(({ ctx, input }) => mergePersons(ctx, input)),
});
