import type { CardPicture, Locale } from "@/db/enums";
import type { TEXT_SIZES } from "@/server/identity/schema";

/** A server action behind a form: works as a plain form post, and without leaving the page when scripts run. */
export type FormAction<State> = (state: State, form: FormData) => Promise<State>;

/** A form with one field: what was typed, and the sentence at the field when it needs another look. */
export type OneFieldState = { value: string; error?: string };

/** `blocked`: the title that says this card cannot open anything any more; `call` says whom to call then. */
export type CardEntryState = {
  chosen: CardPicture[];
  error?: string;
  blocked?: string;
  call?: { label: string; phone: string };
};

export type ProfileState = {
  locale: Locale;
  textSize: (typeof TEXT_SIZES)[number];
  message?: string;
};

export type DevicesState = { message?: string };
