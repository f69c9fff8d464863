import { readFileSync } from "node:fs";
import path from "node:path";
import { inflateSync } from "node:zlib";

const FAMILY = "atkinson-hyperlegible-next";
const FOLDER = path.join(
  /* turbopackIgnore: true */ process.cwd(),
  "node_modules",
  "@fontsource",
  FAMILY,
  "files",
);

/** The typeface comes in two files per weight: Western European letters first, the rest of the Latin ones second. */
const SUBSETS = ["latin", "latin-ext"] as const;
const WEIGHTS = { regular: 400, bold: 700 } as const;

export type Weight = keyof typeof WEIGHTS;

/** One font file: its bytes as TrueType and the characters it can draw. */
export type Face = { name: string; ttf: Buffer; characters: ReadonlySet<number> };

const TABLE_ENTRY = 20;
const TTF_HEADER = 12;
const TTF_ENTRY = 16;

/** Unpacks a WOFF 1.0 font (W3C recommendation): the same tables, each on its own compressed with zlib. */
export function woffToTtf(woff: Buffer): Buffer {
  if (woff.toString("latin1", 0, 4) !== "wOFF") throw new Error("not a WOFF 1.0 font");
  const count = woff.readUInt16BE(12);
  const header = Buffer.alloc(TTF_HEADER + count * TTF_ENTRY);
  const power = Math.floor(Math.log2(count));
  header.writeUInt32BE(woff.readUInt32BE(4), 0);
  header.writeUInt16BE(count, 4);
  header.writeUInt16BE(2 ** power * 16, 6);
  header.writeUInt16BE(power, 8);
  header.writeUInt16BE(count * 16 - 2 ** power * 16, 10);

  const tables: Buffer[] = [];
  let offset = header.length;
  for (let index = 0; index < count; index++) {
    const entry = 44 + index * TABLE_ENTRY;
    const start = woff.readUInt32BE(entry + 4);
    const packedLength = woff.readUInt32BE(entry + 8);
    const length = woff.readUInt32BE(entry + 12);
    const packed = woff.subarray(start, start + packedLength);
    const table = packedLength < length ? inflateSync(packed) : packed;
    const padded = Buffer.concat([table, Buffer.alloc((4 - (length % 4)) % 4)]);
    const place = TTF_HEADER + index * TTF_ENTRY;
    woff.copy(header, place, entry, entry + 4);
    woff.copy(header, place + 4, entry + 16, entry + 20);
    header.writeUInt32BE(offset, place + 8);
    header.writeUInt32BE(length, place + 12);
    tables.push(padded);
    offset += padded.length;
  }
  return Buffer.concat([header, ...tables]);
}

/** The characters a TrueType font maps to a glyph, from its format 4 character map (OpenType specification, `cmap`). */
export function charactersOf(ttf: Buffer): Set<number> {
  const tableCount = ttf.readUInt16BE(4);
  const entries = Array.from({ length: tableCount }, (_, index) => TTF_HEADER + index * TTF_ENTRY);
  const entry = entries.find((place) => ttf.toString("latin1", place, place + 4) === "cmap");
  if (entry === undefined) throw new Error("font without a character map");
  const cmap = ttf.readUInt32BE(entry + 8);
  const maps = Array.from(
    { length: ttf.readUInt16BE(cmap + 2) },
    (_, index) => cmap + ttf.readUInt32BE(cmap + 4 + index * 8 + 4),
  );
  const map = maps.find((place) => ttf.readUInt16BE(place) === 4);
  if (map === undefined) throw new Error("font without a format 4 character map");

  const characters = new Set<number>();
  const size = ttf.readUInt16BE(map + 6);
  for (let at = 0; at < size; at += 2) {
    const end = ttf.readUInt16BE(map + 14 + at);
    const start = ttf.readUInt16BE(map + 16 + size + at);
    const delta = ttf.readUInt16BE(map + 16 + 2 * size + at);
    const rangePlace = map + 16 + 3 * size + at;
    const range = ttf.readUInt16BE(rangePlace);
    for (let code = start; code <= end && code !== 0xffff; code++) {
      const listed = range === 0 ? code : ttf.readUInt16BE(rangePlace + range + 2 * (code - start));
      const glyph = range !== 0 && listed === 0 ? 0 : (listed + delta) & 0xffff;
      if (glyph !== 0) characters.add(code);
    }
  }
  return characters;
}

const faces = new Map<Weight, readonly Face[]>();

/** The files of one weight, in the order to look a character up; read and unpacked once. */
export function facesOf(weight: Weight): readonly Face[] {
  const known = faces.get(weight);
  if (known) return known;
  const loaded = SUBSETS.map((subset) => {
    const name = `${FAMILY}-${subset}-${WEIGHTS[weight]}-normal`;
    const ttf = woffToTtf(readFileSync(path.join(FOLDER, `${name}.woff`)));
    return { name, ttf, characters: charactersOf(ttf) };
  });
  faces.set(weight, loaded);
  return loaded;
}

/** The text as it is drawn: accents composed (NFC), narrow and figure spaces as ordinary unbreakable ones. */
export function drawable(text: string): string {
  return text.normalize("NFC").replace(/[\u2007\u202f]/g, "\u00a0");
}

/** The characters that no file of the typeface can draw in both weights, each once. */
export function unprintable(text: string): string[] {
  const canDraw = (character: string) =>
    (["regular", "bold"] as const).every((weight) =>
      facesOf(weight).some((face) => face.characters.has(character.codePointAt(0) ?? 0)),
    );
  return [...new Set(drawable(text))].filter((character) => !canDraw(character));
}

/** A stretch of text that one file of the typeface can draw. */
export type Run = { face: Face; text: string };

/** Splits a line where the file has to change. A character nobody can draw becomes a question mark. */
export function runsOf(weight: Weight, text: string): Run[] {
  const [first, ...others] = facesOf(weight);
  if (!first) throw new Error("the typeface has no files");
  const runs: Run[] = [];
  for (const character of drawable(text)) {
    const code = character.codePointAt(0) ?? 0;
    const face = [first, ...others].find((candidate) => candidate.characters.has(code));
    const last = runs.at(-1);
    const drawn = face ? character : "?";
    if (last && last.face === (face ?? first)) last.text += drawn;
    else runs.push({ face: face ?? first, text: drawn });
  }
  return runs;
}
