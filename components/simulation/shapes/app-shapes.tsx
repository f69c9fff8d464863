import type { ReactNode } from "react";
import type { Drawing as DrawingName } from "@/server/catalogue/scenario-drawings/schema";

/** What stands on the start screen of a phone. None looks like a real brand. */
export const APP_SHAPES = {
  "app-key": (
    <>
      <path className="sage" d="M14 14h72v72H14z" />
      <path d="M10 22a12 12 0 0 1 12-12h52a12 12 0 0 1 12 12v52a12 12 0 0 1-12 12H22a12 12 0 0 1-12-12zM35 48a13 13 0 1 0 .1 0zM44 51l28-28M62 33l9 9M53 42l6 6" />
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
  "app-shop": (
    <>
      <path className="honey" d="M18 34h64l6 50H14z" />
      <path d="M16 30h64l6 52H10zM32 40V24a16 16 0 0 1 32 0v16M48 46v24M38 60l10 10 10-10" />
    </>
  ),
  "app-internet": (
    <>
      <path className="sage" d="M52 14a38 38 0 1 0 .1 0z" />
      <path d="M48 10a38 38 0 1 0 .1 0zM48 10c-22 22-22 54 0 76M48 10c22 22 22 54 0 76M10 48h76M16 28h64M16 68h64" />
    </>
  ),
  "app-settings": (
    <>
      <path className="honey" d="M50 22a28 28 0 1 0 .1 0z" />
      <path d="M40 20l2-12h12l2 12 8 3 10-7 8 8-7 10 3 8 12 2v12l-12 2-3 8 7 10-8 8-10-7-8 3-2 12H42l-2-12-8-3-10 7-8-8 7-10-3-8-12-2V44l12-2 3-8-7-10 8-8 10 7zM48 36a14 14 0 1 0 .1 0z" />
    </>
  ),
} satisfies Partial<Record<DrawingName, ReactNode>>;
