/** Puts values into a ready sentence: `fillIn("Question {n} sur {count}", { n: 2, count: 8 })`. For browser labels. */
export function fillIn(sentence: string, values: Record<string, string | number>): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
