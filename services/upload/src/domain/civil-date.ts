const shape = /^(\d{4})-(\d{2})-(\d{2})$/;

/** No statement is older or newer; the contract bounds a document's year alike. */
const years = { first: 1900, last: 2200 };

/** Whether the text is a day that exists, as `YYYY-MM-DD`, in a year a statement can have. */
export function isCivilDate(text: string): boolean {
  const [, year, month, day] = shape.exec(text) ?? [];
  if (year === undefined || month === undefined || day === undefined) return false;
  if (Number(year) < years.first || Number(year) > years.last) return false;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.toISOString().slice(0, 10) === text;
}
