import { PhoneIcon } from "@/components/ui/icons";

export type Helper = {
  /** First name, as the learner knows her. */
  name: string;
  /** As it is said and written: "0470 00 00 01". */
  phone: string;
};

/** The trainer's name and number: one press calls on a phone, and the number can be read and dialled elsewhere. */
export function CallTrainer({ trainer, label }: { trainer: Helper; label: string }) {
  return (
    <a href={`tel:${trainer.phone.replace(/[^+\d]/g, "")}`} className="help-item">
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
