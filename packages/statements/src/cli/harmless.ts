/** A stranger's text without what a terminal obeys: controls, escapes, changes of direction. */
export function harmless(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/[\p{Cc}\p{Cf}]/gu, "")
    .trim();
}
