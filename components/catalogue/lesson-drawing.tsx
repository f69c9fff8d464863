import type { ComponentType } from "react";
import { CardReaderDrawing } from "@/components/ui/drawings/card-reader-drawing";
import { ChipCardDrawing } from "@/components/ui/drawings/chip-card-drawing";
import { ClockDrawing } from "@/components/ui/drawings/clock-drawing";
import { ComputerDrawing } from "@/components/ui/drawings/computer-drawing";
import type { DrawingProps } from "@/components/ui/drawings/drawing";
import { HandHoldingPhoneDrawing } from "@/components/ui/drawings/hand-holding-phone-drawing";
import { IconsDrawing } from "@/components/ui/drawings/icons-drawing";
import { KeyDrawing } from "@/components/ui/drawings/key-drawing";
import { LetterDrawing } from "@/components/ui/drawings/letter-drawing";
import { PassportDrawing } from "@/components/ui/drawings/passport-drawing";
import { PhoneAndComputerDrawing } from "@/components/ui/drawings/phone-and-computer-drawing";
import { PhoneDrawing } from "@/components/ui/drawings/phone-drawing";
import { QrCodeDrawing } from "@/components/ui/drawings/qr-code-drawing";
import { ShieldDrawing } from "@/components/ui/drawings/shield-drawing";

/** The drawings an author may name in `lesson.yaml`. */
const LESSON_DRAWINGS: Readonly<Record<string, ComponentType<DrawingProps>>> = {
  "phone-and-computer": PhoneAndComputerDrawing,
  phone: PhoneDrawing,
  computer: ComputerDrawing,
  "qr-code": QrCodeDrawing,
  "card-reader": CardReaderDrawing,
  "identity-card": ChipCardDrawing,
  key: KeyDrawing,
  shield: ShieldDrawing,
  clock: ClockDrawing,
  icons: IconsDrawing,
  letter: LetterDrawing,
  passport: PassportDrawing,
  "hand-holding-phone": HandHoldingPhoneDrawing,
};

/** The drawing of a lesson step, with its alternative text. */
export function LessonDrawing({ id, alt, className }: { id: string; alt: string; className?: string }) {
  const Drawn = LESSON_DRAWINGS[id];
  return Drawn ? <Drawn title={alt} className={className} /> : null;
}
