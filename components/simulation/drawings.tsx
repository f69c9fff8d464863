import type { ReactNode } from "react";
import { Drawing, type DrawingProps } from "@/components/ui/drawings/drawing";
import type { Drawing as DrawingName } from "@/server/catalogue/scenario/schema";

/** Our own drawings, one for each name of the scenario vocabulary. None looks like a real brand. */
const SHAPES: Record<DrawingName, ReactNode> = {
  boat: (
    <>
      <path className="rose" d="M51 16v46h32z" />
      <path className="honey" d="M44 26v36H24z" />
      <path d="M47 8v56M47 12l32 46H47M40 22v36H16z" />
      <path d="M10 64h74l-10 18H22z" />
    </>
  ),
  tulip: (
    <>
      <path className="rose" d="M30 14l16 12 16-12v26a16 16 0 0 1-32 0z" />
      <path d="M32 12l16 12 16-12v26a16 16 0 0 1-32 0zM48 54v34M48 84c-18 0-24-10-24-22 14 0 24 8 24 22zM48 84c18 0 24-10 24-22-14 0-24 8-24 22z" />
    </>
  ),
  lighthouse: (
    <>
      <path className="honey" d="M40 16h20v14H40z" />
      <path d="M38 28h20V14H38zM34 14l14-8 14 8zM40 28l-8 58h32l-8-58zM37 48h22M35 66h26M20 86h56M66 18l16-6M66 24l16 6" />
    </>
  ),
  umbrella: (
    <>
      <path className="sage" d="M12 48a38 34 0 0 1 76 4z" />
      <path d="M10 46a38 34 0 0 1 76 0zM48 12V6M48 46v32c0 10-16 10-16 0" />
    </>
  ),
  bicycle: (
    <path d="M22 80a16 16 0 1 0 0-32 16 16 0 0 0 0 32zM74 80a16 16 0 1 0 0-32 16 16 0 0 0 0 32zM22 64l16-30h24l12 30M38 34l12 30 14-26M22 64h28M34 28h12M62 34l-4-12h12" />
  ),
  cat: (
    <>
      <path className="honey" d="M22 20l18 12h18l18-12v42a28 28 0 0 1-54 0z" />
      <path d="M20 16l18 14h20l18-14v44a28 28 0 0 1-56 0zM38 48v4M58 48v4M44 62l4 4 4-4M8 56l12 4M8 70l12-4M88 56l-12 4M88 70l-12-4" />
    </>
  ),
  "app-key": (
    <>
      <path className="sage" d="M14 14h72v72H14z" />
      <path d="M10 22a12 12 0 0 1 12-12h52a12 12 0 0 1 12 12v52a12 12 0 0 1-12 12H22a12 12 0 0 1-12-12zM36 60a13 13 0 1 0-8-8l0 0M42 52l26-26M60 34l8 8M52 42l6 6" />
    </>
  ),
  "app-messages": (
    <>
      <path className="honey" d="M16 22h68v42H46L30 80V64H16z" />
      <path d="M12 18h68v42H44L28 76V60H12zM26 34h40M26 46h26" />
    </>
  ),
  "app-bank": (
    <>
      <path className="sage" d="M14 38l36-22 36 22v8H14z" />
      <path d="M10 36l38-24 38 24v8H10zM20 44v30M38 44v30M58 44v30M76 44v30M10 74h76v10H10z" />
    </>
  ),
  "app-photos": (
    <>
      <path className="rose" d="M18 24h68v56H18z" />
      <path d="M12 18h72v58H12zM12 66l24-24 18 18 12-12 18 18M64 36a6 6 0 1 0 0-.1" />
    </>
  ),
  "app-phone": (
    <path d="M26 10l14 4 4 20-12 8c4 12 10 20 22 24l8-12 20 4 4 14c-4 12-14 16-26 14C36 80 14 56 12 34 10 22 14 14 26 10z" />
  ),
  health: (
    <>
      <path className="rose" d="M50 82C16 58 14 40 20 30c8-12 24-10 30 2 6-12 24-14 32-2 6 10 2 28-32 52z" />
      <path d="M48 80C14 56 12 38 18 28c8-12 24-10 30 2 6-12 22-14 30-2 6 10 4 28-30 52zM22 50h14l6-12 10 22 6-10h16" />
    </>
  ),
  shield: (
    <>
      <path className="sage" d="M50 12l32 12v22c0 20-12 34-32 42-20-8-32-22-32-42V24z" />
      <path d="M48 8l32 12v22c0 20-12 34-32 42-20-8-32-22-32-42V20zM34 46l10 10 18-20" />
    </>
  ),
  key: <path d="M30 46a18 18 0 1 0 0-36 18 18 0 0 0 0 36zM42 42l40 40M70 70l8-8M60 60l8-8" />,
  "id-card": (
    <>
      <path className="sage" d="M12 26h76v52H12z" />
      <path d="M8 22h80v52H8zM20 36h20v24H20zM50 38h28M50 48h28M50 58h18" />
    </>
  ),
  "bank-card": (
    <>
      <path className="honey" d="M12 26h76v52H12z" />
      <path d="M8 22h80v52H8zM8 36h80M18 50h14v12H18zM46 62h32" />
    </>
  ),
  "bank-reader": (
    <>
      <path className="paper" d="M26 12h44v72H26z" />
      <path d="M24 8h48v76H24zM32 16h32v16H32zM34 44h4M46 44h4M58 44h4M34 56h4M46 56h4M58 56h4M34 68h4M46 68h4M58 68h4M32 84v6h32v-6" />
    </>
  ),
  "eid-reader": (
    <>
      <path className="sage" d="M26 10h44v34H26z" />
      <path d="M24 6h48v36H24zM16 42h64v34H16zM28 52h40M48 76v14M34 20h12M34 30h26" />
    </>
  ),
  letter: (
    <>
      <path className="paper" d="M12 26h76v52H12z" />
      <path d="M8 22h80v52H8zM8 24l40 30 40-30" />
    </>
  ),
  document: (
    <>
      <path className="paper" d="M24 12h36l16 16v58H24z" />
      <path d="M20 8h38l18 18v60H20zM58 8v18h18M32 42h32M32 54h32M32 66h20" />
    </>
  ),
  "qr-code": (
    <path d="M12 12h26v26H12zM58 12h26v26H58zM12 58h26v26H12zM22 22h6v6h-6zM68 22h6v6h-6zM22 68h6v6h-6zM50 50h8v8h-8zM66 50h18M50 66v18M62 66h10v10H62zM80 66v18M66 84h6M46 12v20M12 46h20" />
  ),
};

/** One drawing of the scenarios by its name. Give `title` only where no words beside it say the same. */
export function SimulationDrawing({ name, ...props }: DrawingProps & { name: DrawingName }) {
  return <Drawing {...props}>{SHAPES[name]}</Drawing>;
}
