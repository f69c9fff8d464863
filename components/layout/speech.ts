import type { Locale } from "@/db/enums";

/** One sentence of the page and where it stands, so that it can be shown while it is read. */
export type Sentence = { text: string; block: Element; range: Range };

/** Nearest first: what a learner in Belgium is used to hearing. */
const VOICES: Record<Locale, readonly string[]> = {
  fr: ["fr-be", "fr-fr", "fr"],
  nl: ["nl-be", "nl-nl", "nl"],
  de: ["de-be", "de-de", "de"],
  en: ["en-gb", "en-ie", "en"],
};

const PASSED_OVER =
  "input, select, textarea, script, style, svg, [hidden], [aria-hidden=true], [data-no-read], .sr-only";
const BLOCKS =
  "p, li, h1, h2, h3, h4, h5, h6, dt, dd, td, th, blockquote, figcaption, legend, label, summary, button, div";

/** The voice for a language, or undefined when the browser has none that speaks it. */
export function pickVoice(
  voices: readonly SpeechSynthesisVoice[],
  locale: Locale,
): SpeechSynthesisVoice | undefined {
  for (const wanted of VOICES[locale]) {
    // Android writes fr_FR where others write fr-FR.
    const fitting = voices.filter((voice) => {
      const language = voice.lang.toLowerCase().replace("_", "-");
      return language === wanted || language.startsWith(`${wanted}-`);
    });
    const found = fitting.find((voice) => voice.localService) ?? fitting[0];
    if (found) return found;
  }
  return undefined;
}

/** Start and end of each sentence of a text, without the white space around it. */
export function sentenceSpans(text: string, locale: string): { start: number; end: number }[] {
  const spans: { start: number; end: number }[] = [];
  function add(start: number, length: number) {
    const part = text.slice(start, start + length);
    const trimmed = part.trim();
    if (!/[\p{L}\p{N}]/u.test(trimmed)) return;
    const first = start + part.indexOf(trimmed);
    spans.push({ start: first, end: first + trimmed.length });
  }
  if (typeof Intl.Segmenter === "function") {
    for (const { index, segment } of new Intl.Segmenter(locale, { granularity: "sentence" }).segment(text)) {
      add(index, segment.length);
    }
  } else {
    for (const match of text.matchAll(/[^.!?…]+[.!?…]*/g)) add(match.index, match[0].length);
  }
  return spans;
}

/**
 * The sentences of a region in reading order, leaving out what is not there to be read.
 * @param readsButtons also what stands on buttons: in an exercise that is half of the screen
 */
export function listSentences(target: Element, locale: string, readsButtons = false): Sentence[] {
  const passedOver = readsButtons ? PASSED_OVER : `button, ${PASSED_OVER}`;
  const blocks: { block: Element; nodes: Text[] }[] = [];
  const walker = document.createTreeWalker(target, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!(node instanceof Text) || !parent || parent.closest(passedOver)) continue;
    if (!node.data.trim() || parent.getClientRects().length === 0) continue;
    const block = parent.closest(BLOCKS) ?? target;
    const last = blocks.at(-1);
    if (last?.block === block) last.nodes.push(node);
    else blocks.push({ block, nodes: [node] });
  }
  return blocks.flatMap(({ block, nodes }) => {
    const text = nodes.map((node) => node.data).join("");
    return sentenceSpans(text, locale).map(({ start, end }) => {
      const range = document.createRange();
      let passed = 0;
      for (const node of nodes) {
        const length = node.data.length;
        if (start >= passed && start < passed + length) range.setStart(node, start - passed);
        if (end > passed && end <= passed + length) range.setEnd(node, end - passed);
        passed += length;
      }
      return { text: text.slice(start, end).replace(/\s+/g, " "), block, range };
    });
  });
}

/** Shows the sentence being read (its paragraph, in browsers without the highlight interface); null clears it. */
export function markSentence(sentence: Sentence | null): void {
  for (const marked of document.querySelectorAll("[data-reading]")) marked.removeAttribute("data-reading");
  const highlights = typeof CSS !== "undefined" && "highlights" in CSS ? CSS.highlights : undefined;
  highlights?.delete("read-aloud");
  if (!sentence) return;
  if (highlights) highlights.set("read-aloud", new Highlight(sentence.range));
  else sentence.block.setAttribute("data-reading", "");
  const { top, bottom } = sentence.range.getBoundingClientRect();
  if (top < 80 || bottom > window.innerHeight - 120) {
    sentence.block.scrollIntoView({
      block: "center",
      behavior: window.matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth",
    });
  }
}
