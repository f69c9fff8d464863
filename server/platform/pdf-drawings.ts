import QRCode from "qrcode";

type Pdf = PDFKit.PDFDocument;

/** The colours of app/styles/tokens.css in the light look, for paper. */
export const INK = {
  ink: "#1e292b",
  soft: "#3d484a",
  brand: "#741f36",
  brandSoft: "#f5e3e2",
  accent: "#0c4f49",
  honey: "#f5d07c",
  sage: "#b9d6c6",
  rose: "#eebfb4",
  line: "#d8d3c6",
  watermark: "#f1ead8",
  white: "#ffffff",
} as const;

/** Inner radius of a regular five-pointed star over its outer one. */
const STAR_WAIST = 0.381966;

function star(doc: Pdf, x: number, y: number, radius: number): void {
  for (let point = 0; point < 10; point++) {
    const reach = point % 2 === 0 ? radius : radius * STAR_WAIST;
    const angle = (point * Math.PI) / 5;
    const to = [x + reach * Math.sin(angle), y - reach * Math.cos(angle)] as const;
    if (point === 0) doc.moveTo(...to);
    else doc.lineTo(...to);
  }
  doc.closePath();
}

/**
 * The European emblem, `height` points high and one and a half times as wide: twelve upright stars in circles of an
 * eighteenth of the height, on a circle of a third of it (graphical specification of the emblem).
 */
export function drawEmblem(doc: Pdf, x: number, y: number, height: number): void {
  doc.rect(x, y, height * 1.5, height).fill("#003399");
  for (let hour = 0; hour < 12; hour++) {
    const angle = (hour * Math.PI) / 6;
    star(
      doc,
      x + height * 0.75 + (height / 3) * Math.sin(angle),
      y + height / 2 - (height / 3) * Math.cos(angle),
      height / 18,
    );
  }
  doc.fill("#FFCC00");
}

/**
 * A QR code (error correction M) as one filled path, `side` points wide with the four quiet modules the
 * standard asks for around it.
 */
export function drawQrCode(doc: Pdf, content: string, x: number, y: number, side: number): void {
  const { modules } = QRCode.create(content, { errorCorrectionLevel: "M" });
  const quiet = 4;
  const step = side / (modules.size + 2 * quiet);
  doc.rect(x, y, side, side).fill(INK.white);
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      if (!modules.get(row, column)) continue;
      let length = 1;
      while (column + length < modules.size && modules.get(row, column + length)) length++;
      doc.rect(x + (quiet + column) * step, y + (quiet + row) * step, length * step, step);
      column += length;
    }
  }
  doc.fill("#000000");
}

/** The small passport of the wordmark, 40 × 48 units. */
export function drawPassportMark(doc: Pdf, x: number, y: number, height: number): void {
  doc
    .save()
    .translate(x, y)
    .scale(height / 48);
  doc.roundedRect(1, 1, 38, 46, 6).fill(INK.brand);
  doc.lineCap("round").strokeColor(INK.white);
  doc
    .path(
      "M26.5 13.5c-2-2.3-4.5-3-7-2.7-3.7.4-6 2.7-6 5.6 0 3.5 3 4.7 6.6 5.6 3.8 1 7 2.2 7 6 0 3.3-2.8 5.5-6.6 5.7-3 .2-5.8-.8-7.5-3",
    )
    .lineWidth(4)
    .stroke();
  doc.path("M8 40.5h24").lineWidth(2).dash(3, { space: 3.5 }).stroke().undash();
  doc.restore();
}

/** The rosette of our passports: ellipses turned around a centre, as in the background of an identity paper. */
export function drawRosette(doc: Pdf, x: number, y: number, radius: number): void {
  const rings = [
    { count: 30, long: radius, short: radius * 0.34, color: INK.rose, width: 0.5 },
    { count: 24, long: radius * 0.8, short: radius * 0.42, color: INK.honey, width: 0.6 },
    { count: 18, long: radius * 0.58, short: radius * 0.3, color: INK.brand, width: 0.35 },
  ];
  for (const ring of rings) {
    for (let turn = 0; turn < ring.count; turn++) {
      doc
        .save()
        .rotate((turn * 180) / ring.count, { origin: [x, y] })
        .ellipse(x, y, ring.long, ring.short)
        .lineWidth(ring.width)
        .stroke(ring.color)
        .restore();
    }
  }
}

/** The same figure as a watermark behind text: one pale line, far from the colour of any letter. */
export function drawWatermark(doc: Pdf, x: number, y: number, radius: number): void {
  const count = 36;
  for (let turn = 0; turn < count; turn++) {
    doc
      .save()
      .rotate((turn * 180) / count, { origin: [x, y] })
      .ellipse(x, y, radius, radius * 0.38)
      .lineWidth(0.6)
      .stroke(INK.watermark)
      .restore();
  }
}

/** A level as a small ladder of eight rungs, filled from below. */
export function drawLevel(
  doc: Pdf,
  level: number,
  box: { x: number; y: number; width: number; height: number },
): void {
  const rungs = 8;
  const gap = box.height * 0.04;
  const rung = (box.height - gap * (rungs - 1)) / rungs;
  for (let index = 0; index < rungs; index++) {
    const y = box.y + box.height - (index + 1) * rung - index * gap;
    doc
      .roundedRect(box.x, y, box.width, rung, Math.min(1, rung / 2))
      .fill(index < level ? INK.accent : INK.sage);
  }
}

/** The stitched edge: our one ornament. */
export function stitch(doc: Pdf, color: string, width: number): void {
  doc
    .lineCap("round")
    .lineWidth(width)
    .dash(width * 3.2, { space: width * 3.4 })
    .stroke(color)
    .undash();
}
