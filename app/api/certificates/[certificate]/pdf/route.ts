import { certificateInput } from "@/server/credentials/schema";
import { exportCertificate } from "@/server/credentials/writes";
import { fileResponse, withContext } from "@/server/http/with-context";

/** The paper of one certificate, for its holder and the trainers of its cohort. */
export const GET = withContext(certificateInput, async (ctx, input) => {
  const paper = await exportCertificate(ctx, input);
  const name = `digiskipass-${paper.code}.pdf`;
  return fileResponse(ctx.ports.pdf.certificates([paper]), name, "application/pdf");
});
