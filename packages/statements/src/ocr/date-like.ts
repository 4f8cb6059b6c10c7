/** A day, a year, or several parts of a date in one. */
export function isDateLike(text: string): boolean {
  return /^(?:\d{1,2}(?:st|nd|rd|th|[.,])?|(?:19|20)\d{2}[.,]?|\d{1,4}[-./ ]\w{1,9}(?:[-./ ]\d{2,4})?)$/.test(
    text,
  );
}
