import { findPersonByEmail } from "@/db/queries/identity";
import { consumeEmailCode, countWrongEmailCode, replaceEmailCode } from "@/db/queries/identity-email-codes";
import { deleteRateWindow, hitOpenWindow, openRateWindow } from "@/db/queries/rate-limits";
import { authorise } from "@/server/kernel/authorise";
import { type Mail, type ServiceContext, withTransaction } from "@/server/kernel/context";
import { countTry } from "@/server/kernel/rate-limit";
import { canRunSignIn, canTryToSignIn } from "../policy";
import {
  CODE_MINUTES,
  CODE_TRIES_PER_ADDRESS,
  emailCodeSecret,
  MOST_WRONG_CODES,
  makeEmailCode,
  REQUESTS_PER_ADDRESS,
  REQUESTS_PER_EMAIL,
  triesKey,
} from "./rules";
import type {
  AskForEmailCodeInput,
  AskOutcome,
  CodeMailFacts,
  EmailCodeOutcome,
  TryEmailCodeInput,
} from "./schema";

const codeEnd = (now: Date) => new Date(now.getTime() + CODE_MINUTES * 60_000);

/**
 * Takes a request for a code. It looks nothing up, so the answer and the time it takes are the same for a mailbox we
 * know and one we do not; `sendEmailCode` does the rest after the answer is given.
 */
export async function askForEmailCode(ctx: ServiceContext, input: AskForEmailCodeInput): Promise<AskOutcome> {
  authorise(ctx, canTryToSignIn(ctx.actor));
  const wait =
    (await countTry(ctx, "code-address", ctx.clientAddress, REQUESTS_PER_ADDRESS)) ??
    (await countTry(ctx, "code-mailbox", input.email, REQUESTS_PER_EMAIL));
  if (wait) return { outcome: "too-many-tries", ...wait };
  const requestId = ctx.newId();
  await openRateWindow(ctx.db, { key: triesKey(requestId), windowEndsAt: codeEnd(ctx.now) });
  return { outcome: "asked", requestId };
}

/**
 * Sends a code to the person behind a mailbox, if there is one; codes sent to her before stop working.
 *
 * @param compose writes the mail in the person's language
 * @throws UNAVAILABLE when the mail server cannot take it
 */
export async function sendEmailCode(
  ctx: ServiceContext,
  input: { email: string; requestId: string },
  compose: (facts: CodeMailFacts) => Mail,
): Promise<void> {
  authorise(ctx, canRunSignIn(ctx.actor));
  const person = await findPersonByEmail(ctx.db, input.email);
  if (!person?.email) return;
  const { requestId } = input;
  const code = makeEmailCode(ctx.ports.random.integer);
  await withTransaction(ctx, (inside) =>
    replaceEmailCode(inside.db, {
      id: requestId,
      personId: person.id,
      codeHash: ctx.ports.secrets.hash("email-code", emailCodeSecret(requestId, code)),
      sentAt: ctx.now,
      expiresAt: codeEnd(ctx.now),
    }),
  );
  await ctx.ports.mail.send(
    compose({
      to: person.email,
      firstName: person.firstName,
      locale: person.locale,
      code,
      link: `${ctx.ports.appUrl}/${person.locale}/sign-in/code?request=${requestId}&code=${code}`,
      minutes: CODE_MINUTES,
    }),
  );
}

/**
 * Tries a code. It is used up by the first right try; five wrong ones end it. Whether there is a person behind the
 * request changes nothing in the answers.
 */
export async function tryEmailCode(ctx: ServiceContext, input: TryEmailCodeInput): Promise<EmailCodeOutcome> {
  authorise(ctx, canTryToSignIn(ctx.actor));
  const wait = await countTry(ctx, "code-try", ctx.clientAddress, CODE_TRIES_PER_ADDRESS);
  if (wait) return { outcome: "too-many-tries", ...wait };

  const { requestId } = input;
  const tries = await hitOpenWindow(ctx.db, { key: triesKey(requestId), now: ctx.now });
  if (tries === null || tries > MOST_WRONG_CODES) return { outcome: "expired" };
  const personId = await consumeEmailCode(ctx.db, {
    id: requestId,
    codeHash: ctx.ports.secrets.hash("email-code", emailCodeSecret(requestId, input.code)),
    mostWrong: MOST_WRONG_CODES,
    now: ctx.now,
  });
  if (personId) {
    await deleteRateWindow(ctx.db, triesKey(requestId));
    return { outcome: "accepted", personId };
  }
  await countWrongEmailCode(ctx.db, requestId);
  const triesLeft = MOST_WRONG_CODES - tries;
  return triesLeft > 0 ? { outcome: "wrong-code", triesLeft } : { outcome: "expired" };
}
