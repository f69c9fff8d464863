import { z } from "zod";
import { emailAddress } from "../schema";

/** What an identity provider says about who came back from it; everything else is left there. */
export const providerClaims = z.object({ email: emailAddress, email_verified: z.literal(true) });
