import { issueAccessCardsInput, issueAccessCardsOutput } from "@/server/identity/access-cards/schema";
import { issueAccessCards } from "@/server/identity/access-cards/writes";
import { getMe, listFormerIds } from "@/server/identity/reads";
import { formerIds, meView, updateProfileInput, updateProfileOutput } from "@/server/identity/schema";
import { listSessions } from "@/server/identity/sessions/reads";
import {
  endOtherSessionsOutput,
  endSessionInput,
  endSessionOutput,
  listSessionsOutput,
} from "@/server/identity/sessions/schema";
import { endOtherSessions, endSession } from "@/server/identity/sessions/writes";
import { updateProfile } from "@/server/identity/writes";
import { procedure, router } from "../procedures";

/** Signing in and out is no procedure: it sets a cookie, in the server actions of `app/[locale]/(auth)`. */
export const identityRouter = router({
  getMe: procedure.output(meView).query(({ ctx }) => getMe(ctx)),
  listFormerIds: procedure.output(formerIds).query(({ ctx }) => listFormerIds(ctx)),
  updateProfile: procedure
    .input(updateProfileInput)
    .output(updateProfileOutput)
    .mutation(({ ctx, input }) => updateProfile(ctx, input)),
  listSessions: procedure.output(listSessionsOutput).query(({ ctx }) => listSessions(ctx)),
  endSession: procedure
    .input(endSessionInput)
    .output(endSessionOutput)
    .mutation(({ ctx, input }) => endSession(ctx, input)),
  endOtherSessions: procedure.output(endOtherSessionsOutput).mutation(({ ctx }) => endOtherSessions(ctx)),
  issueAccessCards: procedure
    .input(issueAccessCardsInput)
    .output(issueAccessCardsOutput)
    .mutation(({ ctx, input }) => issueAccessCards(ctx, input)),
});
