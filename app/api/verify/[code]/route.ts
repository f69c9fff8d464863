import { verifyCertificate } from "@/server/credentials/reads";
import { verifyCertificateInput } from "@/server/credentials/schema";
import { errorJson, publicJson, withContext } from "@/server/http/with-context";

/** What the paper with this code says, as JSON. Also served on `/verify/<code>` to who asks for JSON. */
export const GET = withContext(verifyCertificateInput, async (ctx, input) => {
  const result = await verifyCertificate(ctx, input);
  if (result.outcome === "malformed") {
    return errorJson(422, { code: "INVALID", reason: "malformed-code", fields: { code: "malformed-code" } });
  }
  if (result.outcome === "unknown") return errorJson(404, { code: "NOT_FOUND", reason: "unknown-code" });
  const { status, since, certificate } = result;
  return publicJson({ status, since, certificate });
});
