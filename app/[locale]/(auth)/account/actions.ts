"use server";

import { TRPCError } from "@trpc/server";
import { refresh } from "next/cache";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { hasLocale, type Locale } from "next-intl";
import { getTranslations } from "next-intl/server";
import type { DevicesState, ProfileState } from "@/components/identity/form-states";
import { LOCALES } from "@/db/enums";
import { updateProfileInput } from "@/server/identity/schema";
import { endSessionInput } from "@/server/identity/sessions/schema";
import { leave } from "@/server/platform/auth";
import { caller } from "@/server/trpc/caller";
import { errorText } from "../words";

const localeOf = (form: FormData): Locale => {
  const given = form.get("locale");
  return typeof given === "string" && hasLocale(LOCALES, given) ? given : "fr";
};

/** What a refusal of a procedure means on this page: sign in again, or a sentence. Faults stay faults. */
async function refusalText(error: unknown, locale: Locale): Promise<string> {
  if (!(error instanceof TRPCError) || error.code === "INTERNAL_SERVER_ERROR") throw error;
  if (error.code === "UNAUTHORIZED") redirect(`/${locale}/sign-in?next=/${locale}/account`);
  return errorText(locale, error.code);
}

/** Keeps language and text size; a new language shows at once. */
export async function saveProfile(state: ProfileState, form: FormData): Promise<ProfileState> {
  const page = localeOf(form);
  const parsed = updateProfileInput.safeParse({
    locale: form.get("language"),
    textSize: Number(form.get("textSize")),
  });
  if (!parsed.success) return { ...state, message: await errorText(page, "INVALID") };
  const wish = { ...state, ...parsed.data };
  try {
    await (await caller(page)).identity.updateProfile(parsed.data);
  } catch (error) {
    return { ...state, message: await refusalText(error, page) };
  }
  if (wish.locale !== page) {
    (await cookies()).set("locale", wish.locale, { path: "/", maxAge: 31_536_000, sameSite: "lax" });
    redirect(`/${wish.locale}/account`);
  }
  const t = await getTranslations({ locale: page, namespace: "identity.account" });
  return { ...wish, message: t("saved") };
}

/** Signs out one device (`session`) or all others; pressing twice does no harm. */
export async function endDevices(_: DevicesState, form: FormData): Promise<DevicesState> {
  const locale = localeOf(form);
  const t = await getTranslations({ locale, namespace: "identity.account" });
  const session = form.get("session");
  refresh();
  try {
    const api = await caller(locale);
    if (session === "others") {
      const { ended } = await api.identity.endOtherSessions();
      return { message: t("othersEnded", { count: ended }) };
    }
    const parsed = endSessionInput.safeParse({ sessionId: session });
    if (parsed.success) await api.identity.endSession(parsed.data);
  } catch (error) {
    const isOver = error instanceof TRPCError && error.code === "NOT_FOUND";
    if (!isOver) return { message: await refusalText(error, locale) };
  }
  return { message: t("ended") };
}

/** Signs this browser out and shows the home page. */
export async function signOut(form: FormData): Promise<void> {
  await leave();
  redirect(`/${localeOf(form)}`);
}
