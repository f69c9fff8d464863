import { z } from "zod";
import type { Locale } from "@/db/enums";
import { emailAddress } from "../schema";

export const askForEmailCodeInput = z.object({ email: emailAddress });
export type AskForEmailCodeInput = z.infer<typeof askForEmailCodeInput>;

/** The same whether the mailbox is known or not. */
export type AskOutcome =
  | { outcome: "asked"; requestId: string }
  | { outcome: "too-many-tries"; minutes: number };

/** Six digits as a person types or pastes them: spaces and dashes do no harm. */
export const tryEmailCodeInput = z.object({
  requestId: z.uuid(),
  code: z
    .string()
    .trim()
    .min(1)
    .max(40)
    .transform((text) => text.replace(/[\s-]/g, ""))
    .refine((text) => /^\d{6}$/.test(text), "invalid-code"),
});
export type TryEmailCodeInput = z.infer<typeof tryEmailCodeInput>;

/** `expired` also stands for a code that was used, replaced, missed too often, or never asked for. */
export type EmailCodeOutcome =
  | { outcome: "accepted"; personId: string }
  | { outcome: "wrong-code"; triesLeft: number }
  | { outcome: "expired" }
  | { outcome: "too-many-tries"; minutes: number };

/** Facts of the mail that carries a code; `link` opens a page with a button and uses nothing up. */
export type CodeMailFacts = {
  to: string;
  firstName: string;
  locale: Locale;
  code: string;
  link: string;
  minutes: number;
};
