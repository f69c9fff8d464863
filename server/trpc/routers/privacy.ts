import { personErased, personExport, personInput } from "@/server/privacy/schema";
import { erasePerson, exportPerson } from "@/server/privacy/writes";
import { procedure, router } from "../procedures";

export const privacyRouter = router({
  exportPerson: procedure
    .input(personInput)
    .output(personExport)
    .mutation(({ ctx, input }) => exportPerson(ctx, input)),
  erasePerson: procedure
    .input(personInput)
    .output(personErased)
    .mutation(({ ctx, input }) => erasePerson(ctx, input)),
});
