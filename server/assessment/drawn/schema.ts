import { z } from "zod";

/** A question that was drawn, with the version of the check it stands in. */
export const drawnQuestion = z.object({ lesson: z.string(), hash: z.string(), id: z.string() });
export type DrawnQuestion = z.infer<typeof drawnQuestion>;

export const drawnSimulation = z.object({
  lesson: z.string(),
  simulation: z.string(),
  hash: z.string(),
  variant: z.string(),
});
export type DrawnSimulation = z.infer<typeof drawnSimulation>;

/** What an exam or a placement drew, and by what seed: stored with the attempt, so that anyone can draw it again. */
export const draw = z.object({
  seed: z.string(),
  questions: z.array(drawnQuestion),
  simulations: z.array(drawnSimulation),
});
export type Draw = z.infer<typeof draw>;
