import { getOwnCertificates, listCohortCertificates, verifyCertificate } from "@/server/credentials/reads";
import {
  cohortCertificates,
  cohortCertificatesInput,
  issueCertificateInput,
  issueCertificateOutput,
  issueReadyInput,
  issueReadyOutput,
  ownCertificates,
  ownCertificatesInput,
  revokeCertificateInput,
  revokeCertificateOutput,
  verification,
  verifyCertificateInput,
} from "@/server/credentials/schema";
import { issueCertificate, issueReadyCertificates, revokeCertificate } from "@/server/credentials/writes";
import { procedure, router } from "../procedures";

export const credentialsRouter = router({
  listCohortCertificates: procedure
    .input(cohortCertificatesInput)
    .output(cohortCertificates)
    .query(({ ctx, input }) => listCohortCertificates(ctx, input)),
  getOwnCertificates: procedure
    .input(ownCertificatesInput)
    .output(ownCertificates)
    .query(({ ctx, input }) => getOwnCertificates(ctx, input)),
  verifyCertificate: procedure
    .input(verifyCertificateInput)
    .output(verification)
    .query(({ ctx, input }) => verifyCertificate(ctx, input)),
  issueCertificate: procedure
    .input(issueCertificateInput)
    .output(issueCertificateOutput)
    .mutation(({ ctx, input }) => issueCertificate(ctx, input)),
  issueReadyCertificates: procedure
    .input(issueReadyInput)
    .output(issueReadyOutput)
    .mutation(({ ctx, input }) => issueReadyCertificates(ctx, input)),
  revokeCertificate: procedure
    .input(revokeCertificateInput)
    .output(revokeCertificateOutput)
    .mutation(({ ctx, input }) => revokeCertificate(ctx, input)),
});
