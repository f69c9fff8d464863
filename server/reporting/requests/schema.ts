import { z } from "zod";
import { rate } from "@/server/catalogue/indicators/schema";

const count = z.number().int();

/** How requests were answered, by one learner or by a group: surprises, and all runs with their two rates. */
export const requestFigures = z.object({
  shown: count,
  refused: count,
  accepted: count,
  /** Runs that were an occasion, and those in which it happened. */
  acceptChances: count,
  falseAccepts: count,
  refuseChances: count,
  falseRefuses: count,
  /** 0–100; null without an occasion. */
  rates: z.object({ falseAccept: count.nullable(), falseRefuse: count.nullable() }),
  /** How the rates are counted, in words. */
  definitions: z.array(rate),
});
export type RequestFigures = z.infer<typeof requestFigures>;
