/** A whole number that depends on nothing but the text (FNV-1a, then mixed): the chance of a draw. */
function rankOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const sign of text) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** The list in an order that depends on the seed and the names alone, not on the order it came in. */
export function shuffled<Thing>(
  things: readonly Thing[],
  seed: string,
  nameOf: (thing: Thing) => string,
): Thing[] {
  return things
    .map((thing) => ({ thing, name: nameOf(thing), rank: rankOf(`${seed}/${nameOf(thing)}`) }))
    .sort((a, b) => a.rank - b.rank || a.name.localeCompare(b.name, "en"))
    .map(({ thing }) => thing);
}

type Drawable = { lesson: string; id: string; competences: readonly string[] };

/**
 * Draws questions from the bank, stratified: the lessons take turns, so that their shares differ by one at most while
 * they have questions left; in its turn a lesson gives the question whose competences were asked least so far, and
 * chance decides between equals. Fewer come back when the bank has fewer.
 *
 * @param seed made by the server for this attempt; the same seed and bank draw the same
 */
export function drawQuestions<Question extends Drawable>(
  bank: readonly Question[],
  count: number,
  seed: string,
): Question[] {
  const left = new Map<string, Question[]>();
  for (const question of shuffled(bank, seed, ({ id }) => id)) {
    left.set(question.lesson, [...(left.get(question.lesson) ?? []), question]);
  }
  const lessons = shuffled([...left.keys()], seed, (lesson) => lesson);
  const asked = new Map<string, number>();
  const load = ({ competences }: Question) =>
    competences.reduce((sum, code) => sum + (asked.get(code) ?? 0), 0) / Math.max(1, competences.length);
  const drawn: Question[] = [];
  while (drawn.length < count && lessons.some((lesson) => left.get(lesson)?.length)) {
    for (const lesson of lessons) {
      const [first, ...others] = left.get(lesson) ?? [];
      if (!first || drawn.length === count) continue;
      const next = others.reduce((best, one) => (load(one) < load(best) ? one : best), first);
      left.set(
        lesson,
        [first, ...others].filter((one) => one !== next),
      );
      for (const code of next.competences) asked.set(code, (asked.get(code) ?? 0) + 1);
      drawn.push(next);
    }
  }
  return drawn;
}
