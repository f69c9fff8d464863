import { buttonClassName } from "@/components/ui/button-class-name";
import { PhoneIcon } from "@/components/ui/icons";

/** "Appelez Nadia au 0470 00 00 01": calls where it can, and can be read and dialled everywhere. */
export function CallLink({ label, phone }: { label: string; phone: string }) {
  return (
    <a
      href={`tel:${phone.replace(/[^+\d]/g, "")}`}
      className={buttonClassName({ tone: "secondary", size: "large" })}
    >
      <PhoneIcon />
      <span className="min-w-0">{label}</span>
    </a>
  );
}
