import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { LostIcon, PhoneIcon } from "@/components/ui/icons";
import type { Locale } from "@/db/enums";
import { ReadAloud } from "./read-aloud";

export type Helper = {
  /** First name, as the learner knows her. */
  name: string;
  /** As it is said and written: "0470 00 00 01". */
  phone: string;
};

/** The classes of one place on the help shelf, for a client component that fills `call` later. */
export const helpBarItemClassName =
  "flex min-h-16 w-full flex-col items-center justify-center gap-1 rounded-md px-2 py-2 text-center text-sm font-bold leading-tight text-accent no-underline hover:bg-accent-soft sm:flex-row sm:gap-3 sm:text-base";

/**
 * Help in the same place on every learner page: have it read aloud, find the way back, call the trainer.
 * `readTarget` is the id of what is read (the lesson text, not the whole page).
 */
export async function HelpBar({
  locale,
  readTarget = "main",
  lostHref,
  trainer,
  call,
}: {
  locale: Locale;
  readTarget?: string;
  /** Where "I am lost" leads: home, or the person's "continue" page. */
  lostHref: string;
  trainer?: Helper;
  /** Takes the place of `trainer` on static pages, where the person comes later. */
  call?: ReactNode;
}) {
  const t = await getTranslations({ locale, namespace: "layout.help" });
  return (
    <aside
      aria-label={t("label")}
      data-no-read
      className="help-bar border-t-2 border-border-soft bg-raised shadow-lifted"
    >
      <ul className="page-width flex items-stretch gap-3 py-2 *:flex-1">
        <li>
          <ReadAloud
            targetId={readTarget}
            locale={locale}
            className={helpBarItemClassName}
            labels={{
              read: t("read"),
              pause: t("pause"),
              resume: t("resume"),
              stop: t("stop"),
              unavailable: t("noVoice"),
            }}
          />
        </li>
        <li>
          <a href={lostHref} className={helpBarItemClassName}>
            <LostIcon className="size-[1.5em]" />
            {t("lost")}
          </a>
        </li>
        {call ? (
          <li>{call}</li>
        ) : trainer ? (
          <li>
            <CallTrainer trainer={trainer} label={t("call", { name: trainer.name })} />
          </li>
        ) : null}
      </ul>
    </aside>
  );
}

/** The trainer's name and number: one press calls on a phone, and the number can be read and dialled elsewhere. */
export function CallTrainer({ trainer, label }: { trainer: Helper; label: string }) {
  return (
    <a href={`tel:${trainer.phone.replace(/[^+\d]/g, "")}`} className={helpBarItemClassName}>
      <PhoneIcon className="size-[1.5em]" />
      <span>
        {label}
        <span className="block font-normal tabular-nums">{trainer.phone}</span>
      </span>
    </a>
  );
}
