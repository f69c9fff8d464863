import { createTranslator } from "next-intl";
import { writtenDate } from "@/server/kernel/calendar";
import type { CertificatePaper } from "@/server/kernel/paper";
import { loadMessages } from "./messages";
import { INK } from "./pdf-drawings";
import type { TextStyle } from "./pdf-text";

type Pdf = PDFKit.PDFDocument;
type Element = PDFKit.PDFStructureElement;

/** A4 landscape, in points. */
export const PAGE = { width: 841.89, height: 595.28 } as const;

/** The cover on the left and the writing on the right. */
export const BAND = { x: 27, y: 27, width: 176, height: PAGE.height - 54 } as const;
export const BODY = { x: 236, right: PAGE.width - 52 } as const;
export const BODY_WIDTH = BODY.right - BODY.x;
/** Where the funding line stands on every page. */
export const FOOT_TOP = 500;

/** Short for a text style; the ink is the usual one. */
export const style = (weight: TextStyle["weight"], size: number, color: string = INK.ink): TextStyle => ({
  weight,
  size,
  color,
});

/** "22 novembre 2026" for "2026-11-22", in the words of the language. */
export function dayInWords(locale: CertificatePaper["locale"], day: string): string {
  return writtenDate(locale, new Date(`${day}T12:00:00Z`), "day");
}

/** The fixed words of the paper in its language. */
export const wordsFor = (locale: CertificatePaper["locale"]) =>
  createTranslator({ locale, messages: loadMessages(locale), namespace: "credentials.paper" });
export type Words = ReturnType<typeof wordsFor>;

/** One page of the document: what is drawn there and the branch of the structure tree that says it. */
export type Sheet = { doc: Pdf; section: Element; paper: CertificatePaper; words: Words };

/** Draws inside a tagged element, a child of `parent`. */
export function tagged(
  doc: Pdf,
  parent: Element,
  type: string,
  draw: () => void,
  options: { alt?: string } = {},
): void {
  const element = doc.struct(type, options, [draw]);
  parent.add(element);
  element.end();
}

/** Draws what only pleases the eye: readers that speak pass over it. */
export function decorative(doc: Pdf, draw: () => void): void {
  doc.markContent("Artifact", { type: "Layout" });
  draw();
  doc.endMarkedContent();
}
