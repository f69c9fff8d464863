import type { CertificatePaper } from "@/server/kernel/paper";
import { drawCompetences } from "./pdf-competences";
import {
  drawEmblem,
  drawPassportMark,
  drawQrCode,
  drawRosette,
  drawWatermark,
  INK,
  stitch,
} from "./pdf-drawings";
import {
  BAND,
  BODY,
  BODY_WIDTH,
  dayInWords,
  decorative,
  FOOT_TOP,
  PAGE,
  type Sheet,
  style,
  tagged,
  wordsFor,
} from "./pdf-sheet";
import { drawLine, drawText, fittingSize, linesOf, type TextStyle, widthOf } from "./pdf-text";

type Pdf = Sheet["doc"];

/** Adds a page with one certificate to a tagged document whose root element is `root`. */
export function addCertificatePage(doc: Pdf, root: Sheet["section"], paper: CertificatePaper): void {
  doc.addPage({ size: [PAGE.width, PAGE.height], margin: 0 });
  const words = wordsFor(paper.locale);
  const title = words("fileTitle", { holder: paper.holder });
  const section = doc.struct("Sect", { lang: paper.locale, title });
  root.add(section);
  const sheet: Sheet = { doc, section, paper, words };
  decorative(doc, () => drawFrame(doc));
  drawBand(sheet);
  const bottom = drawAward(sheet);
  drawCompetences(sheet, bottom + 13);
  drawFoot(sheet);
  section.end();
}

function drawFrame(doc: Pdf): void {
  doc
    .save()
    .rect(BAND.x + BAND.width + 12, 17, PAGE.width - BAND.width - BAND.x - 29, FOOT_TOP - 19)
    .clip();
  drawWatermark(doc, BODY.right - 96, 376, 118);
  doc.restore();
  doc
    .roundedRect(17, 17, PAGE.width - 34, PAGE.height - 34, 16)
    .lineWidth(1.4)
    .stroke(INK.brand);
  doc.roundedRect(BAND.x, BAND.y, BAND.width, BAND.height, 9).fill(INK.brandSoft);
  doc.save().roundedRect(BAND.x, BAND.y, BAND.width, BAND.height, 9).clip();
  drawRosette(doc, BAND.x + BAND.width / 2, BAND.y + 208, 150);
  doc.restore();
  doc.circle(BAND.x + BAND.width / 2, BAND.y + 208, 41).fill(INK.white);
  doc.circle(BAND.x + BAND.width / 2, BAND.y + 208, 36);
  stitch(doc, INK.brand, 0.9);
  drawPassportMark(doc, BAND.x + BAND.width / 2 - 17.5, BAND.y + 208 - 21, 42);
  doc.moveTo(BAND.x + BAND.width + 10, BAND.y + 8).lineTo(BAND.x + BAND.width + 10, BAND.y + BAND.height - 8);
  stitch(doc, INK.brand, 1);
}

/** The cover side: the name of the project, and how the paper is checked. */
function drawBand({ doc, section, paper, words }: Sheet): void {
  const name = style("bold", 21);
  const width = widthOf(doc, "DigiSkiPasS", name);
  tagged(doc, section, "P", () => {
    const x = drawLine(doc, "DigiSki", BAND.x + (BAND.width - width) / 2, BAND.y + 20, name);
    drawLine(doc, "PasS", x, BAND.y + 20, style("bold", 21, INK.brand));
  });

  const card = { x: BAND.x + 12, y: BAND.y + 346, width: BAND.width - 24, height: 183 };
  const side = 104;
  decorative(doc, () => {
    doc.roundedRect(card.x, card.y, card.width, card.height, 7).fill(INK.white);
  });
  const centred = (text: string, y: number, look: TextStyle) =>
    drawLine(doc, text, card.x + (card.width - widthOf(doc, text, look)) / 2, y, look);
  tagged(doc, section, "P", () => {
    const size = fittingSize(doc, words("verify"), {
      weight: "bold",
      sizes: [11.5, 11, 10, 9],
      width: card.width - 12,
      rows: 1,
    });
    centred(words("verify"), card.y + 9, style("bold", size, INK.brand));
  });
  tagged(
    doc,
    section,
    "Figure",
    () => drawQrCode(doc, paper.verifyUrl, card.x + (card.width - side) / 2, card.y + 24, side),
    { alt: words("qr", { url: paper.verifyUrl }) },
  );
  const address = paper.verifyUrl.slice(0, paper.verifyUrl.lastIndexOf("/")).replace(/^https?:\/\//, "");
  tagged(doc, section, "P", () => {
    const size = fittingSize(doc, words("verifyHow"), {
      weight: "regular",
      sizes: [8.5, 8, 7.5, 7],
      width: card.width - 10,
      rows: 1,
    });
    centred(`${words("verifyHow")} `, card.y + 130, style("regular", size, INK.soft));
    const small = fittingSize(doc, address, {
      weight: "regular",
      sizes: [8.5, 8, 7.5, 7, 6, 5],
      width: card.width - 10,
      rows: 1,
    });
    centred(address, card.y + 142, style("regular", small, INK.soft));
  });
  tagged(doc, section, "P", () => centred(paper.code, card.y + 159, style("bold", 14.5)));
}

/** One big line while the name fits, else two smaller ones. */
function nameSize(doc: Pdf, name: string): number {
  const one = fittingSize(doc, name, {
    weight: "bold",
    sizes: [34, 31, 28, 25, 0],
    width: BODY_WIDTH,
    rows: 1,
  });
  return (
    one || fittingSize(doc, name, { weight: "bold", sizes: [25, 23, 21, 19, 17], width: BODY_WIDTH, rows: 2 })
  );
}

/** Title, holder, course. Returns the y under it. */
function drawAward({ doc, section, paper, words }: Sheet): number {
  tagged(doc, section, "H1", () => {
    const size = fittingSize(doc, words("title"), {
      weight: "bold",
      sizes: [29, 27, 25],
      width: BODY_WIDTH,
      rows: 1,
    });
    drawLine(doc, words("title"), BODY.x, 46, style("bold", size, INK.brand));
  });
  tagged(doc, section, "P", () =>
    drawLine(doc, words("awardedTo"), BODY.x, 91, style("regular", 13, INK.soft)),
  );

  const size = nameSize(doc, paper.holder);
  const rows = linesOf(doc, paper.holder, { weight: "bold", size }, BODY_WIDTH);
  const leading = size * 1.18;
  let y = 108;
  tagged(doc, section, "P", () => {
    y = drawText(doc, paper.holder, { x: BODY.x, y, width: BODY_WIDTH, leading }, style("bold", size));
  });
  const underlined = Math.max(...rows.map((row) => widthOf(doc, row, { weight: "bold", size })));
  decorative(doc, () => {
    doc.moveTo(BODY.x + 2, y + 5).lineTo(BODY.x + Math.max(underlined, 200), y + 5);
    stitch(doc, INK.brand, 1.6);
  });

  y += 17;
  const practice =
    paper.practiceHours === 0.5
      ? words("practice.half")
      : words("practice.hours", { hours: paper.practiceHours });
  const course =
    paper.practiceHours > 0
      ? words("courseWithPractice", { course: paper.course, practice })
      : words("course", { course: paper.course });
  tagged(doc, section, "P", () => {
    y = drawText(doc, course, { x: BODY.x, y, width: BODY_WIDTH, leading: 18 }, style("regular", 13));
  });
  const day = words("issued", {
    organisation: paper.organisation,
    date: dayInWords(paper.locale, paper.issuedOn),
  });
  tagged(doc, section, "P", () => {
    y = drawText(doc, day, { x: BODY.x, y: y + 3, width: BODY_WIDTH, leading: 18 }, style("regular", 13));
  });
  return y;
}

/** Emblem, statement, disclaimer and grant, together on every paper. */
function drawFoot({ doc, section, paper, words }: Sheet): void {
  decorative(doc, () => {
    doc
      .moveTo(BODY.x, FOOT_TOP - 2)
      .lineTo(BODY.right, FOOT_TOP - 2)
      .lineWidth(0.6)
      .stroke(INK.line);
  });
  const emblem = 38;
  tagged(doc, section, "Figure", () => drawEmblem(doc, BODY.x, FOOT_TOP + 8, emblem), {
    alt: words("emblem"),
  });
  const x = BODY.x + emblem * 1.5 + 14;
  const width = BODY.right - x;
  const { statement, disclaimer, grant } = paper.funding;
  tagged(doc, section, "P", () => drawLine(doc, statement, x, FOOT_TOP + 5, style("bold", 12)));
  let y = FOOT_TOP + 20;
  tagged(doc, section, "P", () => {
    y = drawText(doc, disclaimer, { x, y, width, leading: 9.4 }, style("regular", 7.8, INK.soft));
  });
  tagged(doc, section, "P", () =>
    drawText(doc, grant, { x, y: y + 1, width, leading: 9.4 }, style("regular", 7.8, INK.soft)),
  );
}
