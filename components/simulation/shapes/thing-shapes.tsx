import type { ReactNode } from "react";
import type { Drawing as DrawingName } from "@/server/catalogue/scenario-drawings/schema";

/** Cards, papers, devices, places and signs. */
export const THING_SHAPES = {
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
      <path className="paper" d="M24 8h48v76H24z" />
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
      <path className="paper" d="M8 22h80v52H8z" />
      <path d="M8 22h80v52H8zM8 24l40 30 40-30" />
    </>
  ),
  document: (
    <>
      <path className="paper" d="M20 8h38l18 18v60H20z" />
      <path d="M20 8h38l18 18v60H20zM58 8v18h18M32 42h32M32 54h32M32 66h20" />
    </>
  ),
  "qr-code": (
    <path d="M12 12h26v26H12zM58 12h26v26H58zM12 58h26v26H12zM22 22h6v6h-6zM68 22h6v6h-6zM22 68h6v6h-6zM50 50h8v8h-8zM66 50h18M50 66v18M62 66h10v10H62zM80 66v18M66 84h6M46 12v20M12 46h20" />
  ),
  fingerprint: (
    <path d="M24 40a25 25 0 0 1 50 2v10M24 52v8M34 80c-3-6-4-12-4-18V46a18 18 0 0 1 36 0v16c0 6-1 10-3 15M44 86c-4-8-5-15-5-22V46a9 9 0 0 1 18 0v18c0 8-1 14-4 22M48 46v20M16 34C22 18 36 10 50 11c12 1 22 7 28 17M82 40v10" />
  ),
  camera: (
    <>
      <path className="sage" d="M12 32h18l8-12h24l8 12h20v46H12z" />
      <path d="M8 28h18l8-12h24l8 12h20v46H8zM46 36a15 15 0 1 0 .1 0zM46 44a7 7 0 0 0-7 7M74 38v.1" />
    </>
  ),
  euro: (
    <>
      <path className="honey" d="M52 14a38 38 0 1 0 .1 0z" />
      <path d="M48 10a38 38 0 1 0 .1 0zM66 32a21 21 0 1 0 0 32M26 43h28M26 53h28" />
    </>
  ),
  shop: (
    <>
      <path className="rose" d="M18 16h64l8 24H10z" />
      <path d="M16 12h64l8 24H8zM8 36c0 12 16 12 16 0 0 12 16 12 16 0 0 12 16 12 16 0 0 12 16 12 16 0 0 12 16 12 16 0M16 46v40h64V46M26 86V58h18v28M54 58h18v14H54zM32 12l-8 24M64 12l8 24M48 12v24" />
    </>
  ),
  "town-hall": (
    <>
      <path className="honey" d="M14 48h76v40H14z" />
      <path d="M8 44h30V26h20v18h30v42H8zM34 26l14-14 14 14zM48 12V4h12v6H48M48 32a4 4 0 1 0 .1 0M16 54h10v10H16zM70 54h10v10H70zM40 86V62a8 8 0 0 1 16 0v24M4 86h88" />
    </>
  ),
  contract: (
    <>
      <path className="paper" d="M16 8h52v80H16z" />
      <path d="M26 22h32M26 34h32M26 46h20M24 74c4-12 10-12 10-4s6 4 8-2 4 4 8 4" />
      <path className="honey" d="M56 66l28-30 8 8-28 28-12 4z" />
      <path d="M52 74l4-12 28-30 8 8-28 30zM78 38l8 8" />
    </>
  ),
  envelope: (
    <>
      <path className="paper" d="M22 44V8h52v36" />
      <path className="sage" d="M12 44l36 24 36-24v44H12z" />
      <path d="M22 44V8h52v36M32 20h32M32 32h20M8 42l14-10M88 42L74 32M8 42v44h80V42L48 66zM8 86l28-28M88 86L60 58" />
    </>
  ),
  "usb-plug": (
    <>
      <path className="sage" d="M34 36h36v32a18 18 0 0 1-36 0z" />
      <path d="M34 34V8h28v26M42 16v8M54 16v8M28 34h40v30a20 20 0 0 1-40 0zM48 84v8M48 42v26M48 62l-9-7v-5M48 56l9-5v-4" />
    </>
  ),
  alarm: (
    <>
      <path className="honey" d="M52 14l40 72H12z" />
      <path d="M48 8l40 74H8zM48 36v22" />
      <path d="M48 70v.1" strokeWidth="6" />
    </>
  ),
  padlock: (
    <>
      <path className="honey" d="M22 46h60v44H22z" />
      <path d="M18 42h60v44H18zM30 42V26a18 18 0 0 1 36 0v16M48 56a6 6 0 1 0 .1 0M48 68v8" />
    </>
  ),
} satisfies Partial<Record<DrawingName, ReactNode>>;
