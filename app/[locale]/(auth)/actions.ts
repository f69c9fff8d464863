"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { hasLocale, type Locale } from "next-intl";
import { getTranslations } from "next-intl/server";
import type { CardEntryState, OneFieldState } from "@/components/identity/form-states";
import { CARD_PICTURES, type CardPicture, LOCALES, ROLES } from "@/db/enums";
import { PICTURES_ON_CARD } from "@/server/identity/access-cards/rules";
import { cardCode } from "@/server/identity/access-cards/schema";
import { CODE_MINUTES } from "@/server/identity/email-codes/rules";
import {
  askProvider,
  type Door,
  enterAsDemo,
  enterWithCard,
  enterWithCode,
  requestCode,
} from "@/server/platform/auth";
import { blockedCard, errorText, TYPED_EMAIL_COOKIE } from "./words";

const textOf = (form: FormData, name: string) => {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
};

function doorOf(form: FormData): Door {
  const locale = textOf(form, "locale");
  return { locale: hasLocale(LOCALES, locale) ? locale : "fr", next: textOf(form, "next") || undefined };
}

const withNext = (path: string, next: string | undefined) =>
  next ? `${path}${path.includes("?") ? "&" : "?"}next=${encodeURIComponent(next)}` : path;

/** A card's code was typed: on to its pictures. Says only whether it has the form of a code. */
export async function typeCardCode(_: OneFieldState, form: FormData): Promise<OneFieldState> {
  const { locale, next } = doorOf(form);
  const value = textOf(form, "code");
  const parsed = cardCode.safeParse(value);
  if (parsed.success) redirect(withNext(`/${locale}/c/${parsed.data}`, next));
  return { value, error: await errorText(locale, value.trim() ? "invalid-card-code" : "required") };
}

const isPicture = (value: unknown): value is CardPicture => CARD_PICTURES.some((known) => known === value);

/** The pictures so far, after the button that was pressed; `null` when it was the one to enter. */
function chosenAfter(form: FormData): { chosen: CardPicture[]; enters: boolean } {
  const chosen = [...new Set(form.getAll("chosen").filter(isPicture))].slice(0, PICTURES_ON_CARD);
  const pick = form.get("pick");
  if (isPicture(pick)) {
    const isFree = chosen.length < PICTURES_ON_CARD && !chosen.includes(pick);
    return { chosen: isFree ? [...chosen, pick] : chosen, enters: false };
  }
  const intent = textOf(form, "intent");
  if (intent === "undo") return { chosen: chosen.slice(0, -1), enters: false };
  return intent === "clear" ? { chosen: [], enters: false } : { chosen, enters: true };
}

/** Every button of the picture page; the one to enter signs in. */
export async function enterCard(_: CardEntryState, form: FormData): Promise<CardEntryState> {
  const door = doorOf(form);
  const { chosen, enters } = chosenAfter(form);
  if (!enters) return { chosen };
  if (chosen.length < PICTURES_ON_CARD) {
    return { chosen, error: await errorText(door.locale, "three-pictures") };
  }
  const entered = await enterWithCard({ code: textOf(form, "code"), pictures: chosen }, door);
  const t = await getTranslations({ locale: door.locale, namespace: "identity" });
  switch (entered.outcome) {
    case "entered":
      return redirect(entered.path);
    case "wrong-pictures":
      return { chosen: [], error: t("outcomes.wrongPictures", { left: entered.triesLeft }) };
    case "locked":
    case "replaced":
      return blockedCard(door.locale, entered.outcome, entered.helper);
    case "unknown":
      return { chosen: [], blocked: t("blocked.unknown"), error: t("outcomes.cardUnknown") };
    case "stopped":
      return { chosen: [], blocked: t("blocked.replaced"), error: t("outcomes.cardStopped") };
    case "too-many-tries":
      return { chosen: [], error: t("outcomes.tooManyTries", { minutes: entered.minutes }) };
    case "invalid":
      return { chosen: [], error: await errorText(door.locale, Object.values(entered.fields)[0]) };
  }
}

/** A code is asked for. The answer is the same for every address. */
export async function askForCode(_: OneFieldState, form: FormData): Promise<OneFieldState> {
  const { locale, next } = doorOf(form);
  const value = textOf(form, "email");
  const asked = await requestCode({ email: value });
  if (asked.outcome === "invalid") return { value, error: await errorText(locale, asked.fields.email) };
  if (asked.outcome === "too-many-tries") {
    return { value, error: await tooManyTries(locale, asked.minutes) };
  }
  const jar = await cookies();
  jar.set(TYPED_EMAIL_COOKIE, value.trim().slice(0, 200), {
    httpOnly: true,
    sameSite: "lax",
    path: `/${locale}/sign-in`,
    maxAge: CODE_MINUTES * 60,
  });
  redirect(withNext(`/${locale}/sign-in/code?request=${asked.requestId}`, next));
}

/** The code of the e-mail was typed. */
export async function enterCode(_: OneFieldState, form: FormData): Promise<OneFieldState> {
  const door = doorOf(form);
  const value = textOf(form, "code");
  const entered = await enterWithCode({ requestId: textOf(form, "request"), code: value }, door);
  const t = await getTranslations({ locale: door.locale, namespace: "identity.outcomes" });
  switch (entered.outcome) {
    case "entered":
      return redirect(entered.path);
    case "wrong-code":
      return { value, error: t("wrongCode", { left: entered.triesLeft }) };
    case "too-many-tries":
      return { value, error: await tooManyTries(door.locale, entered.minutes) };
    case "invalid":
      return entered.fields.code
        ? { value, error: await errorText(door.locale, entered.fields.code) }
        : { value, error: t("codeExpired") };
    default:
      return { value, error: t("codeExpired") };
  }
}

/** Somebody of the demonstration is played. */
export async function enterDemo(form: FormData): Promise<void> {
  const door = doorOf(form);
  const role = ROLES.find((known) => known === form.get("role"));
  const entered = role && (await enterAsDemo({ role }, door));
  redirect(entered?.outcome === "entered" ? entered.path : `/${door.locale}/sign-in?error=refused`);
}

/** Staff go to the page of their own identity provider. */
export async function enterThroughProvider(form: FormData): Promise<void> {
  const door = doorOf(form);
  redirect((await askProvider(door)) ?? `/${door.locale}/sign-in?error=refused`);
}

async function tooManyTries(locale: Locale, minutes: number): Promise<string> {
  const t = await getTranslations({ locale, namespace: "identity.outcomes" });
  return t("tooManyTries", { minutes });
}
