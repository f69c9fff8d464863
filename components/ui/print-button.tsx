"use client";

import { Button } from "./button";
import type { ButtonTone } from "./button-class-name";
import { PrinterIcon } from "./icons";

/** Opens the browser's print window. Hidden without JavaScript and on paper. */
export function PrintButton({ label, tone = "secondary" }: { label: string; tone?: ButtonTone }) {
  return (
    <Button tone={tone} className="needs-js no-print" icon={<PrinterIcon />} onClick={() => window.print()}>
      {label}
    </Button>
  );
}
