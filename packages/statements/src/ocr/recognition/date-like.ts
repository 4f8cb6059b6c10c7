/** A day, a year, or several parts of a date in one. */
const parts = /^(?:\d{1,2}(?:st|nd|rd|th|[.,])?|(?:19|20)\d{2}[.,]?|\d{1,4}[-./ ]\w{1,9}(?:[-./ ]\d{2,4})?)$/;

/** The same without marks between: 03SEP23. */
const unparted = /^\d{1,2}\p{L}{3,9}\d{2}(?:\d{2})?$/u;

/** Whether a word is a date of a day, a month's name and a year with nothing between. */
export const isUnpartedDate = (text: string): boolean => unparted.test(text);

/** A figure that lost the mark of its cents: 2.41098. No year ends it. */
const thousands = /^\d{1,3}\.(?!\d(?:19|20)\d\d$)\d{5}$/;

/** Whether a word looks like a date or a part of one. */
export function isDateLike(text: string): boolean {
  return (parts.test(text) && !thousands.test(text)) || isUnpartedDate(text);
}
