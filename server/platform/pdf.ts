import { createHash } from "node:crypto";
import { createTranslator } from "next-intl";
import PDFDocument from "pdfkit";
import type { CertificatePaper, PdfPort } from "@/server/kernel/paper";
import { loadMessages } from "./messages";
import { addCertificatePage } from "./pdf-certificate";
import { unprintable } from "./pdf-fonts";
import { registerFonts } from "./pdf-text";

/** The press for certificates: tagged PDF 1.7 with the PDF/UA-1 mark, fonts embedded. */
export const pdf: PdfPort = {
  fundingWords(locale, { grantNumber, agency }) {
    const words = createTranslator({ locale, messages: loadMessages(locale), namespace: "layout.funding" });
    return {
      statement: words("statement"),
      disclaimer: words("disclaimer", { agency }),
      grant: words("grant", { number: grantNumber }),
    };
  },
  unprintable,
  certificates: printCertificates,
};

/** What pdfkit accepts and its type declarations do not know yet. */
const PDF_UA = "PDF/UA" as unknown as PDFKit.Mixins.PDFSubsets;

/** Lets other requests have their turn between two pages: drawing one takes 15–30 ms of the processor. */
const otherWork = () => new Promise<void>((resolve) => setImmediate(resolve));

/**
 * The date in the file is that of the newest certificate, and the file's identifier follows from the content, so the
 * same papers always give the same bytes. Finished pages leave memory as they are read.
 *
 * @throws when there is nothing to print
 */
async function* printCertificates(papers: readonly CertificatePaper[]): AsyncGenerator<Uint8Array> {
  const [first] = papers;
  if (!first) throw new Error("no certificate to print");
  const newest = papers.reduce((day, paper) => (paper.issuedOn > day ? paper.issuedOn : day), first.issuedOn);
  const words = createTranslator({
    locale: first.locale,
    messages: loadMessages(first.locale),
    namespace: "credentials.paper",
  });
  const title =
    papers.length === 1
      ? words("fileTitle", { holder: first.holder })
      : words("fileTitleMany", { count: papers.length });
  const doc = new PDFDocument({
    autoFirstPage: false,
    pdfVersion: "1.7",
    subset: PDF_UA,
    tagged: true,
    lang: first.locale,
    displayTitle: true,
    info: {
      Title: title,
      Author: [...new Set(papers.map((paper) => paper.organisation))].join(", "),
      Creator: "DigiSkiPasS",
      Keywords: createHash("sha256").update(JSON.stringify(papers)).digest("hex"),
      CreationDate: new Date(`${newest}T12:00:00Z`),
    },
  });
  registerFonts(doc);
  const root = doc.struct("Document");
  doc.addStructure(root);
  for (const paper of papers) {
    addCertificatePage(doc, root, paper);
    yield* waiting(doc);
    await otherWork();
  }
  root.end();
  doc.end();
  for await (const piece of doc) yield piece as Uint8Array;
}

/** What the document has written so far. */
function* waiting(doc: PDFKit.PDFDocument): Generator<Uint8Array> {
  for (let piece: unknown = doc.read(); piece instanceof Uint8Array; piece = doc.read()) yield piece;
}
