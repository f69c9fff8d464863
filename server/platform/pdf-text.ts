import { drawable, facesOf, runsOf, type Weight } from "./pdf-fonts";

type Pdf = PDFKit.PDFDocument;

/** How a line of text looks. `size` in points, `color` as "#1e292b". */
export type TextStyle = { weight: Weight; size: number; color: string };

/** Gives the document every file of the typeface; only those that are used end up in the PDF. */
export function registerFonts(doc: Pdf): void {
  for (const weight of ["regular", "bold"] as const) {
    for (const face of facesOf(weight)) doc.registerFont(face.name, face.ttf);
  }
}

/** Width of one line in points. */
export function widthOf(doc: Pdf, text: string, style: Pick<TextStyle, "weight" | "size">): number {
  return runsOf(style.weight, text).reduce(
    (width, run) => width + doc.font(run.face.name).fontSize(style.size).widthOfString(run.text),
    0,
  );
}

/** Breaks a text at its ordinary spaces into lines of at most `width` points; a longer word stands alone. */
export function linesOf(
  doc: Pdf,
  text: string,
  style: Pick<TextStyle, "weight" | "size">,
  width: number,
): string[] {
  const lines: string[] = [];
  for (const word of drawable(text).split(/ +/)) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && widthOf(doc, longer, style) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** Draws one line, its top at `y`; returns the x where it ends. */
export function drawLine(doc: Pdf, text: string, x: number, y: number, style: TextStyle): number {
  let place = x;
  doc.fillColor(style.color);
  for (const run of runsOf(style.weight, text)) {
    doc.font(run.face.name).fontSize(style.size);
    doc.text(run.text, place, y, { lineBreak: false });
    place += doc.widthOfString(run.text);
  }
  return place;
}

/**
 * Draws a text in lines of at most `width` points; returns the y under the last one. Every line but the last keeps
 * its space at the end, so that a voice reads two words where the eye sees two lines.
 */
export function drawText(
  doc: Pdf,
  text: string,
  box: { x: number; y: number; width: number; leading: number },
  style: TextStyle,
): number {
  const lines = linesOf(doc, text, style, box.width);
  lines.forEach((line, index) => {
    const ending = index < lines.length - 1 ? " " : "";
    drawLine(doc, line + ending, box.x, box.y + index * box.leading, style);
  });
  return box.y + lines.length * box.leading;
}

/** The largest of `sizes` at which the text fits `rows` lines of `width` points; the smallest when none does. */
export function fittingSize(
  doc: Pdf,
  text: string,
  fit: { weight: Weight; sizes: readonly [number, ...number[]]; width: number; rows: number },
): number {
  const size = fit.sizes.find((candidate) => {
    const lines = linesOf(doc, text, { weight: fit.weight, size: candidate }, fit.width);
    return (
      lines.length <= fit.rows &&
      lines.every((line) => widthOf(doc, line, { weight: fit.weight, size: candidate }) <= fit.width)
    );
  });
  return size ?? Math.min(...fit.sizes);
}
