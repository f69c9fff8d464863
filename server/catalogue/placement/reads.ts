import { authorise } from "@/server/kernel/authorise";
import type { ServiceContext } from "@/server/kernel/context";
import { found } from "@/server/kernel/errors";
import { courseLibraries } from "../library/reads";
import { canReadCourse } from "../policy";
import type { PlacementBody } from "./schema";

/** How a course places a newcomer, as it is served now. */
export async function getPlacementContent(
  ctx: ServiceContext,
  input: { course: string },
): Promise<{ hash: string; body: PlacementBody }> {
  authorise(ctx, canReadCourse(ctx.actor));
  return found(courseLibraries().get(input.course)).placement;
}
