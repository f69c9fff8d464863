/** A whole number from 0 to 2³²−1 that depends on nothing but the text (FNV-1a, then mixed). */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** One of the list, always the same for the same seed and name. */
export function pickBySeed<T>(
  list: readonly [T, ...T[]] | readonly T[],
  seed: string,
  name: string,
): T | undefined {
  return list[hashOf(`${seed}/${name}`) % list.length];
}

/** The list in an order that depends only on the seed and the name. */
export function shuffleBySeed<T>(list: readonly T[], seed: string, name: string): T[] {
  return list
    .map((item, index) => ({ item, rank: hashOf(`${seed}/${name}/${index}`) }))
    .sort((one, other) => one.rank - other.rank)
    .map(({ item }) => item);
}
