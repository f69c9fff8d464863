import { getPassport } from "@/server/passport/reads";
import {
  getPassportInput,
  noteAssistanceInput,
  noteAssistanceOutput,
  passportView,
} from "@/server/passport/schema";
import { noteAssistance } from "@/server/passport/writes";
import { procedure, router } from "../procedures";

export const passportRouter = router({
  getPassport: procedure
    .input(getPassportInput)
    .output(passportView)
    .query(({ ctx, input }) => getPassport(ctx, input)),
  noteAssistance: procedure
    .input(noteAssistanceInput)
    .output(noteAssistanceOutput)
    .mutation(({ ctx, input }) => noteAssistance(ctx, input)),
});
