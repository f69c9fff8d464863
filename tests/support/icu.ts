/**
 * What an ICU message wants from its caller: argument names and `<tags>`, also inside the branches of plurals and
 * selects. Sorted, without repetition.
 */
export function messageArguments(message: string): string[] {
  const found = new Set<string>();
  collect(message, found);
  return [...found].sort();
}

function collect(message: string, found: Set<string>): void {
  for (const tag of message.matchAll(/<(\w+)>/g)) found.add(`<${tag[1]}>`);
  for (const part of outerBraces(message)) {
    const [name = "", kind = ""] = part.split(",").map((piece) => piece.trim());
    if (/^\w+$/.test(name)) found.add(name);
    if (/^(plural|selectordinal|select)$/.test(kind)) {
      for (const branch of outerBraces(part)) collect(branch, found);
    }
  }
}

/** The contents of each pair of braces that is not inside another. */
function outerBraces(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index < text.length; index += 1) {
    if (text[index] === "{") {
      if (depth === 0) start = index + 1;
      depth += 1;
    } else if (text[index] === "}") {
      depth -= 1;
      if (depth === 0) parts.push(text.slice(start, index));
    }
  }
  return parts;
}
