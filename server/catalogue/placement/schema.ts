import { z } from "zod";
import { slug } from "../question/schema";

/** `placement.yaml`: how a course finds out what somebody knows already. It has no words and no questions of its own. */
export const placementFile = z.strictObject({
  /** Most questions anybody is asked. */
  most: z.number().int().min(4).max(20),
  /** Right answers, without a wrong one, after which a part of the course counts as known. */
  perPart: z.number().int().min(2).max(5),
  /** Lessons that are worth doing whatever one knows: never proposed to be skipped. */
  always: z.array(slug),
});
export type PlacementFile = z.infer<typeof placementFile>;

export const placementBody = z.object({ file: placementFile });
export type PlacementBody = z.infer<typeof placementBody>;
