import QRCode from "qrcode";
import { listStaffAmong } from "@/db/queries/identity";
import {
  findAccessCard,
  findCardCohort,
  findHelper,
  insertAccessCards,
  lockLearners,
  recordCardTry,
  revokeAccessCards,
} from "@/db/queries/identity-access-cards";
import { audit } from "@/server/kernel/audit";
import { authorise } from "@/server/kernel/authorise";
import { type ServiceContext, withTransaction } from "@/server/kernel/context";
import { DomainError, found } from "@/server/kernel/errors";
import { countTry } from "@/server/kernel/rate-limit";
import { canTryToSignIn } from "../policy";
import { canIssueAccessCards } from "./policy";
import {
  CARD_TRIES_PER_ADDRESS,
  drawPictures,
  formatCardCode,
  MOST_WRONG_TRIES,
  makeCardCode,
  picturesSecret,
} from "./rules";
import type {
  AccessCardOutcome,
  IssueAccessCardsInput,
  IssueAccessCardsOutput,
  PrintableCard,
  TryAccessCardInput,
} from "./schema";

/**
 * Tries a card. Ten wrong tries in a row lock it; only a new card opens the door again, so the answer then says whom
 * to call. Tries from one address are counted besides.
 */
export async function tryAccessCard(
  ctx: ServiceContext,
  input: TryAccessCardInput,
): Promise<AccessCardOutcome> {
  authorise(ctx, canTryToSignIn(ctx.actor));
  const wait = await countTry(ctx, "card", ctx.clientAddress, CARD_TRIES_PER_ADDRESS);
  if (wait) return { outcome: "too-many-tries", ...wait };

  const codeHash = ctx.ports.secrets.hash("card-code", input.code);
  const picturesHash = ctx.ports.secrets.hash("card-pictures", picturesSecret(input.code, input.pictures));
  const tried = await recordCardTry(ctx.db, {
    codeHash,
    picturesHash,
    mostWrong: MOST_WRONG_TRIES,
    now: ctx.now,
  });
  if (tried?.isRight) return { outcome: "accepted", personId: tried.personId, accessCardId: tried.id };
  const triesLeft = tried ? MOST_WRONG_TRIES - tried.wrongTries : 0;
  if (triesLeft > 0) return { outcome: "wrong-pictures", triesLeft };

  const card = tried ?? (await findAccessCard(ctx.db, codeHash));
  if (!card) return { outcome: "unknown" };
  if (tried) {
    await audit(ctx, "access-card.locked", `person:${card.personId}`, {
      organisationId: card.organisationId,
      detail: { cardId: card.id },
    });
  }
  const helper = await findHelper(ctx.db, card);
  const isReplaced = "revokedAt" in card && card.revokedAt !== null;
  return { outcome: isReplaced ? "replaced" : "locked", helper };
}

/** The QR code of a text as one SVG path, with the quiet margin of four squares that readers need. */
function drawQr(text: string): PrintableCard["qr"] {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: "M" });
  const margin = 4;
  const squares: string[] = [];
  for (let y = 0; y < modules.size; y += 1) {
    for (let x = 0; x < modules.size; x += 1) {
      if (modules.get(y, x)) squares.push(`M${x + margin} ${y + margin}h1v1h-1z`);
    }
  }
  return { size: modules.size + 2 * margin, path: squares.join("") };
}

/**
 * Makes a fresh card for each of these learners of a cohort. Their former cards stop working and what those had signed
 * in is signed out, at once. All or none.
 *
 * @returns what to print; this is the only time the codes and pictures can be seen
 * @throws NOT_FOUND when one of them is no learner of the cohort now
 * @throws CONFLICT (`card-for-staff`) when one of them also holds a staff role: a paper card is too weak for that
 */
export async function issueAccessCards(
  ctx: ServiceContext,
  input: IssueAccessCardsInput,
): Promise<IssueAccessCardsOutput> {
  const place = await findCardCohort(ctx.db, input.cohortId);
  authorise(ctx, place !== null && canIssueAccessCards(ctx.actor, place), place?.organisationId ?? "");
  const cohort = found(place);
  const { personIds } = input;

  return withTransaction(ctx, async (inside) => {
    const learners = await lockLearners(inside.db, { cohortId: cohort.id, personIds });
    if (learners.length !== personIds.length) throw new DomainError("NOT_FOUND");
    if ((await listStaffAmong(inside.db, personIds)).length > 0) {
      throw new DomainError("CONFLICT", { reason: "card-for-staff" });
    }
    await revokeAccessCards(inside.db, { personIds, now: ctx.now });

    const fresh = learners.map((learner) => ({
      ...learner,
      cardId: ctx.newId(),
      code: makeCardCode(ctx.ports.random.integer),
      pictures: drawPictures(ctx.ports.random.integer),
    }));
    await insertAccessCards(
      inside.db,
      fresh.map((card) => ({
        id: card.cardId,
        organisationId: cohort.organisationId,
        personId: card.personId,
        codeHash: ctx.ports.secrets.hash("card-code", card.code),
        picturesHash: ctx.ports.secrets.hash("card-pictures", picturesSecret(card.code, card.pictures)),
        issuedBy: ctx.actor.kind === "person" ? ctx.actor.personId : null,
        issuedAt: ctx.now,
      })),
    );
    for (const card of fresh) {
      await audit(inside, "access-card.issued", `person:${card.personId}`, {
        organisationId: cohort.organisationId,
        detail: { cardId: card.cardId, cohortId: cohort.id },
      });
    }
    return {
      site: ctx.ports.appUrl.replace(/^https?:\/\//, ""),
      cards: fresh.map(({ personId, firstName, locale, code, pictures }) => {
        const url = `${ctx.ports.appUrl}/${locale}/c/${code}`;
        return { personId, firstName, locale, code: formatCardCode(code), pictures, url, qr: drawQr(url) };
      }),
    };
  });
}
