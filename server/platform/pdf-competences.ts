import type { CertificatePaper, PrintedCompetence } from "@/server/kernel/paper";
import { drawLevel, INK } from "./pdf-drawings";
import {
  BODY,
  BODY_WIDTH,
  dayInWords,
  decorative,
  FOOT_TOP,
  type Sheet,
  style,
  tagged,
  type Words,
} from "./pdf-sheet";
import { drawLine, drawText, linesOf, widthOf } from "./pdf-text";

/** Room for the ladder beside a competence. */
const INDENT = 17;

const competenceTitle = ({ code, title }: PrintedCompetence) => `${code}\u00a0 ${title}`;

/** "Level 1 of 8, basic · with a hint · 22 November 2026" */
function competenceFacts(line: PrintedCompetence, locale: CertificatePaper["locale"], words: Words): string {
  const level = words("level", { level: line.level, band: line.band });
  return [level, words(`assistance.${line.assistance}`), dayInWords(locale, line.provedOn)]
    .map((part) => part.replaceAll(" ", "\u00a0"))
    .join("\u00a0· ");
}

/** The list, in one column while it is short, at the largest size at which all of it fits. */
export function drawCompetences({ doc, section, paper, words }: Sheet, top: number): void {
  tagged(doc, section, "H2", () =>
    drawLine(doc, words("proved"), BODY.x, top, style("bold", 15, INK.accent)),
  );
  const columns = paper.competences.length > 4 ? 2 : 1;
  const gap = 22;
  const width = (BODY_WIDTH - gap * (columns - 1)) / columns;
  const rows = Math.ceil(paper.competences.length / columns);
  const listTop = top + 25;
  const room = FOOT_TOP - 30 - listTop;
  const facts = paper.competences.map((line) => competenceFacts(line, paper.locale, words));
  const heightAt = (size: number) =>
    paper.competences.map((line, index) => {
      const title = linesOf(doc, competenceTitle(line), { weight: "bold", size }, width - INDENT);
      const below = linesOf(doc, facts[index] ?? "", { weight: "regular", size: size * 0.9 }, width - INDENT);
      return (title.length * 1.25 + below.length * 1.2) * size + size * 0.7;
    });
  const columnHeight = (heights: number[], column: number) =>
    heights.slice(column * rows, (column + 1) * rows).reduce((sum, height) => sum + height, 0);
  const onOneLine = (size: number) =>
    facts.every((line) => widthOf(doc, line, { weight: "regular", size: size * 0.9 }) <= width - INDENT);
  const fits = (size: number) =>
    onOneLine(size) &&
    Array.from({ length: columns }, (_, column) => column).every(
      (column) => columnHeight(heightAt(size), column) <= room,
    );
  const size = [13.5, 13, 12.5, 12, 11.5, 11, 10.5, 10, 9.5, 9, 8.5, 8, 7.5, 7, 6.5].find(fits) ?? 6;
  const heights = heightAt(size);

  const list = doc.struct("L");
  section.add(list);
  paper.competences.forEach((line, index) => {
    const column = Math.floor(index / rows);
    const x = BODY.x + column * (width + gap);
    const y = listTop + columnHeight(heights.slice(0, index), column);
    const height = (heights[index] ?? 0) - size * 0.85;
    decorative(doc, () => drawLevel(doc, line.level, { x, y: y + 1, width: 7, height }));
    const item = doc.struct("LI");
    list.add(item);
    tagged(doc, item, "LBody", () => {
      const below = drawText(
        doc,
        competenceTitle(line),
        { x: x + INDENT, y, width: width - INDENT, leading: size * 1.25 },
        style("bold", size),
      );
      // A pause between the name and the facts, for a voice.
      drawLine(doc, " ", x + width - 4, below - size, style("regular", size * 0.9));
      drawText(
        doc,
        facts[index] ?? "",
        { x: x + INDENT, y: below, width: width - INDENT, leading: size * 1.2 },
        style("regular", size * 0.9, INK.soft),
      );
    });
    item.end();
  });
  list.end();
  tagged(doc, section, "P", () => {
    drawText(
      doc,
      words("scale"),
      { x: BODY.x, y: FOOT_TOP - 25, width: BODY_WIDTH, leading: 11 },
      style("regular", 8.5, INK.soft),
    );
  });
}
