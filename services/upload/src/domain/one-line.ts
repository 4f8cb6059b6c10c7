const controlCharacter = /\p{Cc}/u;
const breaks = /[\s\p{Cc}]+/gu;

/** Whether a text a person gave is one line that says something; PostgreSQL has no place for a NUL at all. */
export function isOneLine(text: string): boolean {
  return text.trim() !== "" && !controlCharacter.test(text);
}

/** A text of a stranger's file as one line of bounded length. */
export function toOneLine(text: string, longest: number): string {
  const line = text.toWellFormed().replace(breaks, " ").trim();
  return line.length <= longest ? line : line.slice(0, longest).toWellFormed();
}
