import type { ReactNode } from "react";
import type { Drawing as DrawingName } from "@/server/catalogue/scenario-drawings/schema";

/** The pictures one compares: each has its own outline, so that nobody needs the colours. */
export const PICTURE_SHAPES = {
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
  teapot: (
    <>
      <path className="sage" d="M26 42h44l4 14c0 18-12 28-26 28S24 74 24 58z" />
      <path d="M26 38h40l4 14c0 18-10 28-24 28S22 70 22 54zM34 38a12 10 0 0 1 24 0M46 28v-6M22 56C14 54 14 40 6 38M68 44c20-8 24 20 0 22M34 86h24" />
    </>
  ),
  guitar: (
    <>
      <path
        className="honey"
        d="M52 42c10 2 14 8 10 16-4 6 4 14-6 24-12 12-34 12-38-2-4-16 12-20 16-26 4-8 8-14 18-12z"
      />
      <path d="M50 38c10 4 12 10 8 18-4 6 4 14-6 24-12 12-34 8-38-4-4-16 12-18 16-24 4-10 10-18 20-14zM44 52L80 16M38 64a7 7 0 1 0-.1 0M26 68l8 8M74 10l12 12M80 6l10 10" />
    </>
  ),
  kite: (
    <>
      <path className="rose" d="M58 8l30 22-22 34-28-26z" />
      <path d="M54 6l30 20-20 36-30-26zM54 6l10 56M34 36l50-10M64 62C54 68 62 78 50 80s-10-10-20-6-8 14-20 14M46 72l8 14M28 66l-2 16" />
    </>
  ),
  apple: (
    <>
      <path
        className="rose"
        d="M52 32c10-8 32-6 32 18 0 20-14 36-22 36-6 0-6-4-10-4s-6 4-12 4c-8 0-22-16-22-36 0-24 24-26 34-18z"
      />
      <path d="M48 28c10-8 32-6 32 18 0 20-14 36-22 36-4 0-6-4-10-4s-6 4-10 4c-8 0-22-16-22-36 0-24 22-26 32-18zM48 28c0-10 2-16 8-20M50 20c8-14 20-12 26-10-2 10-14 16-26 10z" />
    </>
  ),
  fish: (
    <>
      <path className="sage" d="M12 54c12-20 38-26 60-6l18-14v40L72 62c-22 18-48 12-60-8z" />
      <path d="M8 50c12-20 38-26 60-6l20-14v40L68 56c-22 18-48 14-60-6zM24 46v.1M38 36c6 8 6 20 0 28M50 44c4 4 4 8 0 12M44 33l8-13 12 16" />
    </>
  ),
} satisfies Partial<Record<DrawingName, ReactNode>>;
