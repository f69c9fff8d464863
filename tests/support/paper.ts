import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import jsQR from "jsqr";
import { PNG } from "pngjs";

/** What a PDF file says of itself, its words in reading order, and what its QR code holds. */
export type Paper = { info: string; structure: string; words: string; address: string | null };

/** Looks at a PDF file as a person and as a camera would, with poppler's programs. */
export function readPaper(pdf: Buffer): Paper {
  const folder = mkdtempSync(join(tmpdir(), "digiskipass-paper-"));
  const file = join(folder, "paper.pdf");
  const ask = (program: string, ...args: string[]) => execFileSync(program, args, { encoding: "utf8" });
  try {
    writeFileSync(file, pdf);
    execFileSync("pdftoppm", ["-png", "-r", "150", "-singlefile", file, join(folder, "paper")]);
    return {
      info: ask("pdfinfo", file),
      structure: ask("pdfinfo", "-struct-text", file),
      words: ask("pdftotext", "-raw", file, "-").replace(/\s+/g, " ").trim(),
      address: readQrCode(readFileSync(join(folder, "paper.png"))),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The text of the QR code in a PNG picture; null when there is none that can be read. */
export function readQrCode(picture: Buffer): string | null {
  const { data, width, height } = PNG.sync.read(picture);
  return jsQR(new Uint8ClampedArray(data), width, height)?.data ?? null;
}
