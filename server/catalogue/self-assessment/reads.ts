import { authorise } from "@/server/kernel/authorise";
import type { ServiceContext } from "@/server/kernel/context";
import { found } from "@/server/kernel/errors";
import { courseLibraries } from "../library/reads";
import { canReadCourse } from "../policy";
import type { SelfAssessmentBody } from "./schema";

/** The statements of a course as they are served now, in every language. There is no key to hide. */
export async function getSelfAssessmentContent(
  ctx: ServiceContext,
  input: { course: string },
): Promise<{ hash: string; body: SelfAssessmentBody }> {
  authorise(ctx, canReadCourse(ctx.actor));
  return found(courseLibraries().get(input.course)).selfAssessment;
}
