/** What is wrong with the writing of a file, said so that somebody who is no programmer can mend it. */
const SAID: Record<string, string> = {
  TAB_AS_INDENT: "there is a tab at the start of this line: write spaces instead",
  DUPLICATE_KEY: "this name stands twice in the same place: keep one of the two",
  BAD_INDENT:
    "this line begins too far to the left or to the right: give it as many spaces as the lines it belongs with",
  MISSING_CHAR:
    "something is not closed: look for a missing quotation mark or bracket, here or in a line above",
  MULTILINE_IMPLICIT_KEY:
    "a name needs a colon and a space after it, as in minutes: 6; or a quotation mark above is not closed",
  BLOCK_AS_IMPLICIT_KEY:
    'this line begins with another number of spaces than the lines it belongs with; or it has two colons, and its text needs "quotation marks"',
  UNEXPECTED_TOKEN: 'there is a sign too many: put the whole text in "quotation marks"',
  BAD_SCALAR_START: 'put this text in "quotation marks": it begins with a sign that has a meaning of its own',
};

/** The words for an error of the YAML reader; the reader's own for one that authors do not make. */
export function unreadable(error: { code: string; message: string }): string {
  const said = SAID[error.code] ?? error.message.split("\n")[0];
  return `this cannot be read: ${said}`;
}

/** The line of the first quotation mark that is not closed on its line; null when there is none. */
export function openQuoteLine(text: string): number | null {
  const at = text.split("\n").findIndex((line) => {
    if (/^\s*#/.test(line)) return false;
    return (line.match(/(?<!\\)"/g) ?? []).length % 2 === 1;
  });
  return at === -1 ? null : at + 1;
}

/** Every word that may stand before a colon in scenario.yaml and is not a name of the author's own. */
export const FORMAT_WORDS = [
  ...["id", "minutes", "checked", "competences", "skills", "persona", "devices", "values", "timers"],
  ...["notifications", "actors", "happenings", "screens", "steps", "mistakes", "goals", "scoring"],
  ...["variants", "remember", "device", "elements", "kind", "start", "card", "light", "seconds", "warn"],
  ...["does", "role", "when", "after", "by", "at", "moves", "press", "type", "choose", "tick", "value"],
  ...["option", "options", "points", "counts", "back", "optional", "hint", "mistake", "undo", "lowest"],
  ...["show", "set", "add", "stop", "notify", "dismiss", "reach", "say", "look", "finish", "pick", "tone"],
  ...["enabled", "accepts", "prefix", "into", "keep", "length", "characters", "hidden", "shuffle", "items"],
  ...["drawing", "address", "safe", "timer", "heading", "text", "list", "button", "field", "code", "choices"],
  ...["icons", "check", "countdown", "picture", "browser", "sms", "call", "on", "running", "reached", "any"],
  ...["none", "is", "is-not", "one-of", "like", "same-as", "same-phone", "filled", "at-least", "at-most"],
];
