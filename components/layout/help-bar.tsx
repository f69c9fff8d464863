import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { LostIcon } from "@/components/ui/icons";
import type { Locale } from "@/db/enums";
import { CallTrainer, type Helper } from "./call-trainer";
import { ReadAloud } from "./read-aloud";

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
  /** Where "I am lost" leads: home, or the person's "continue" page. In an exercise the player answers instead. */
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
      <ul className="page-width flex flex-wrap items-stretch gap-x-3 py-2 *:flex-[1_1_4.2rem]">
        <li>
          <ReadAloud
            targetId={readTarget}
            locale={locale}
            className="help-item"
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
          <a href={lostHref} data-lost className="help-item">
            <LostIcon className="size-[1.5em]" />
            {t("lost")}
          </a>
        </li>
        {call ? (
          <li className="empty:hidden">{call}</li>
        ) : trainer ? (
          <li>
            <CallTrainer trainer={trainer} label={t("call", { name: trainer.name })} />
          </li>
        ) : null}
      </ul>
    </aside>
  );
}
