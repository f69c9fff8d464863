import { cohortFileInput } from "@/server/credentials/schema";
import { exportCohortCertificates } from "@/server/credentials/writes";
import { fileResponse, nothingYet, withContext } from "@/server/http/with-context";

/** Every valid certificate of a cohort in one PDF, for its trainers; 204 while there is none. */
export const GET = withContext(cohortFileInput, async (ctx, input) => {
  const papers = await exportCohortCertificates(ctx, input);
  if (papers.length === 0) return nothingYet();
  return fileResponse(ctx.ports.pdf.certificates(papers), "digiskipass-certificates.pdf", "application/pdf");
});
