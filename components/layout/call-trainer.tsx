import { PhoneIcon } from "@/components/ui/icons";

export type Helper = {
  /** First name, as the learner knows her. */
  name: string;
  /** As it is said and written: "0470 00 00 01". */
  phone: string;
};

/** The classes of one place on the help shelf. */
export const helpBarItemClassName =
  "flex min-h-16 w-full flex-col items-center justify-center gap-1 rounded-md px-2 py-2 text-center text-sm font-bold leading-tight text-accent no-underline hover:bg-accent-soft sm:flex-row sm:gap-3 sm:text-base";

/** The trainer's name and number: one press calls on a phone, and the number can be read and dialled elsewhere. */
export function CallTrainer({ trainer, label }: { trainer: Helper; label: string }) {
  return (
    <a href={`tel:${trainer.phone.replace(/[^+\d]/g, "")}`} className={helpBarItemClassName}>
      <PhoneIcon className="size-[1.5em]" />
      <span>
        {label}
        <span className="block whitespace-nowrap font-normal tabular-nums max-sm:sr-only">
          {trainer.phone}
        </span>
      </span>
    </a>
  );
}
