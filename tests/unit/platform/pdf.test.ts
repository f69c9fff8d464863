import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import jsqr from "jsqr";
import { PNG } from "pngjs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LOCALES, type Locale } from "@/db/enums";
import type { CertificatePaper } from "@/server/kernel/paper";
import { pdf } from "@/server/platform/pdf";
import { charactersOf, facesOf, woffToTtf } from "@/server/platform/pdf-fonts";

const folder = mkdtempSync(join(tmpdir(), "digiskipass-pdf-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const HOLDER = "Éloïse Gŵyn-Łęcka d’Œuvre";

function paperIn(locale: Locale, change: Partial<CertificatePaper> = {}): CertificatePaper {
  return {
    locale,
    holder: HOLDER,
    course: "Mon identité en ligne : itsme",
    organisation: "Maison des Aînés",
    practiceHours: 3.5,
    competences: (["alone", "with-hint", "accompanied"] as const).map((assistance, index) => ({
      code: `2.${index + 1}`,
      title: `Gérer son identité numérique ${index + 1}`,
      level: index + 1,
      band: "de base",
      assistance,
      provedOn: "2026-11-14",
    })),
    issuedOn: "2026-11-22",
    code: "7H4K-M2XP-9TRB",
    verifyUrl: "http://localhost:3000/verify/7H4K-M2XP-9TRB",
    funding: pdf.fundingWords(locale, {
      grantNumber: "2023-1-BE01-KA210-ADU-000153530",
      agency: "AEF-Europe",
    }),
    ...change,
  };
}

async function print(papers: readonly CertificatePaper[]): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of pdf.certificates(papers)) pieces.push(piece);
  return Buffer.concat(pieces);
}

describe("the typeface", () => {
  it("draws every letter the partners' languages need, in both weights", () => {
    expect(pdf.unprintable("ÉëïçŒœßćŵşůĖ€–«»’„“”…·ŁęŻőűĐđĞğİıŠšŽžÅåØøÆæÞþ")).toEqual([]);
  });

  it("composes accents that were typed as two signs", () => {
    expect(pdf.unprintable("E\u0301loi\u0308se")).toEqual([]);
  });

  it("names what it cannot draw, each once", () => {
    expect(pdf.unprintable("Ω Anna Ж漢漢 😀")).toEqual(["Ω", "Ж", "漢", "😀"]);
  });

  it("unpacks into a TrueType font with the characters it had", () => {
    const [face] = facesOf("bold");
    expect(face?.ttf.readUInt32BE(0)).toBe(0x00010000);
    expect(face?.characters.has("é".codePointAt(0) ?? 0)).toBe(true);
    expect(face?.characters.has("ŵ".codePointAt(0) ?? 0)).toBe(false);
    expect(() => woffToTtf(Buffer.from("OTTO, not a WOFF"))).toThrow();
    expect(() => charactersOf(Buffer.alloc(64))).toThrow();
  });
});

describe("the file", () => {
  it("is the same, byte for byte, for the same papers, and another for another paper", async () => {
    const [once, again, other] = await Promise.all([
      print([paperIn("fr")]),
      print([paperIn("fr")]),
      print([paperIn("fr", { holder: "Lucie" })]),
    ]);
    expect(once.equals(again)).toBe(true);
    expect(once.equals(other)).toBe(false);
  });

  it("refuses to print nothing", async () => {
    await expect(print([])).rejects.toThrow("no certificate");
  });

  it("comes in pieces while it is made", async () => {
    const papers = LOCALES.flatMap((locale) => [paperIn(locale), paperIn(locale)]);
    let pieces = 0;
    for await (const piece of pdf.certificates(papers)) pieces += piece.length > 0 ? 1 : 0;
    expect(pieces).toBeGreaterThan(papers.length);
  });
});

const hasPoppler = spawnSync("pdfinfo", ["-v"]).status === 0;
const poppler = (program: string, ...args: string[]) =>
  execFileSync(program, args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
/** Text as it is read: line ends of the paper and unbreakable spaces are ordinary spaces. */
const flat = (text: string) => text.replace(/[\s\u00a0\u202f]+/g, " ");

describe.skipIf(!hasPoppler)("read by another program", () => {
  const file = join(folder, "all.pdf");
  beforeAll(async () => writeFileSync(file, await print(LOCALES.map((locale) => paperIn(locale)))));

  it("is tagged, says PDF/UA-1, its language and its title, and dates from the issue", async () => {
    const info = poppler("pdfinfo", file);
    expect(info).toMatch(/Tagged:\s+yes/);
    expect(info).toMatch(/Pages:\s+4/);
    expect(info).toMatch(/Title:\s+4 certificats/);
    expect(info).toMatch(/CreationDate:\s+Sun Nov 22/);
    expect(poppler("pdfinfo", "-meta", file)).toContain("<pdfuaid:part>1</pdfuaid:part>");
    const bytes = readFileSync(file, "latin1");
    expect(bytes).toContain("/Lang (fr)");
    for (const locale of LOCALES) expect(bytes).toContain(`/Lang (${locale})`);
    expect(bytes).toContain("/DisplayDocTitle true");
  });

  it("embeds every font with its characters", () => {
    const fonts = poppler("pdffonts", file).trim().split("\n").slice(2);
    expect(fonts.length).toBeGreaterThanOrEqual(3);
    for (const font of fonts) expect(font).toMatch(/AtkinsonHyperlegibleNext.* yes yes yes /);
  });

  it("says every printed field in its structure, and describes both figures", () => {
    const said = flat(poppler("pdfinfo", "-struct-text", file));
    const paper = paperIn("fr");
    for (const field of [
      HOLDER,
      "Certificat de compétences numériques",
      `« ${paper.course} », avec 3,5 heures de pratique.`,
      "Remis par Maison des Aînés, le 22 novembre 2026",
      "2.1 Gérer son identité numérique 1 Niveau 1 sur 8 (de base) · sans aide · 14 novembre 2026",
      "2.3 Gérer son identité numérique 3 Niveau 3 sur 8 (de base) · avec un accompagnement · 14 novembre 2026",
      paper.code,
      "localhost:3000/verify",
      paper.funding.statement,
      paper.funding.disclaimer,
      "2023-1-BE01-KA210-ADU-000153530",
      "22 november 2026",
      "22. November 2026",
      "Certificate of digital skills",
    ]) {
      expect(said).toContain(flat(field));
    }
    expect(readFileSync(file, "latin1").match(/\/S \/Figure\s[^>]*?\/Alt /g)).toHaveLength(8);
  });

  it.each(LOCALES)("has a QR code on the %s page that a phone can read", (locale) => {
    const page = String(LOCALES.indexOf(locale) + 1);
    const out = join(folder, `page-${locale}`);
    poppler("pdftoppm", "-r", "110", "-f", page, "-l", page, "-singlefile", "-png", file, out);
    const { data, width, height } = PNG.sync.read(readFileSync(`${out}.png`));
    expect(jsqr(new Uint8ClampedArray(data), width, height)?.data).toBe(paperIn(locale).verifyUrl);
  });

  it("keeps a long name and ten competences on one page, inside the frame", async () => {
    const [line] = paperIn("de").competences;
    if (!line) throw new Error("a paper without competences");
    const long = paperIn("de", {
      holder: "Marie-Antoinette Éléonore Żółkiewska-Vandenbroeckhoven de la Tour d’Auvergne",
      competences: Array.from({ length: 10 }, (_, index) => ({
        ...line,
        code: `4.${index}`,
        title: "Digitale Technik zur gesellschaftlichen Teilhabe nutzen",
      })),
    });
    const longFile = join(folder, "long.pdf");
    writeFileSync(longFile, await print([long]));
    expect(poppler("pdfinfo", longFile)).toMatch(/Pages:\s+1/);
    const words = [
      ...poppler("pdftotext", "-bbox", longFile, "-").matchAll(
        /xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</g,
      ),
    ];
    expect(words.length).toBeGreaterThan(100);
    const outside = words.filter(
      ([, x, y, right, bottom]) =>
        Number(x) < 20 || Number(y) < 20 || Number(right) > 815 || Number(bottom) > 578,
    );
    expect(outside.map((word) => word[5])).toEqual([]);
    const list = words.filter((word) => word[5]?.startsWith("4."));
    const scale = words.find((word) => word[5] === "Kompetenzen" && Number(word[2]) > 440);
    expect(list).toHaveLength(10);
    expect(Math.max(...list.map((word) => Number(word[4])))).toBeLessThan(Number(scale?.[2]));
  });
});
