/** Each takes a value of unknown shape and its place in the answer, and throws a TypeError that names the place. */

/** Sums of what readers take, fifteen digits at most, are no longer; bigger ones would cost the reader time for nothing. */
const DECIMAL = /^-?\d{1,18}(?:\.\d{1,4})?$/;

export function record(value: unknown, at: string): Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new TypeError(`${at} is not an object`);
  }
  return value as Record<string, unknown>;
}

export function list<T>(value: unknown, at: string, item: (value: unknown, at: string) => T): T[] {
  if (!Array.isArray(value)) throw new TypeError(`${at} is not a list`);
  return value.map((each, index) => item(each, `${at}[${index}]`));
}

export function nullable<T>(item: (value: unknown, at: string) => T) {
  return (value: unknown, at: string): T | null => (value === null ? null : item(value, at));
}

export function oneOf<K extends string>(names: Record<K, true>, value: unknown, at: string): K {
  if (typeof value !== "string" || !Object.hasOwn(names, value)) throw new TypeError(`${at} is unknown`);
  return value as K;
}

/** Text that any store can hold: PostgreSQL has no place for a NUL, and half a surrogate pair is no letter. */
export function text(value: unknown, at: string): string {
  if (typeof value !== "string") throw new TypeError(`${at} is not a string`);
  return value.replaceAll("\0", "").toWellFormed();
}

export function decimal(value: unknown, at: string): string {
  if (typeof value !== "string" || !DECIMAL.test(value)) throw new TypeError(`${at} is not a decimal`);
  return value;
}

export function currency(value: unknown, at: string): string {
  if (typeof value !== "string" || !/^[A-Z]{3}$/.test(value)) throw new TypeError(`${at} is not a currency`);
  return value;
}

export function date(value: unknown, at: string): string {
  const found = typeof value === "string" && /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  if (!found) throw new TypeError(`${at} is not a date`);
  const [year, month, day] = found.slice(1).map(Number) as [number, number, number];
  // setUTCFullYear, since Date.UTC takes the years 0 to 99 for the twentieth century's.
  const instant = new Date(0);
  instant.setUTCFullYear(year, month - 1, day);
  if (instant.getUTCMonth() !== month - 1 || instant.getUTCDate() !== day) {
    throw new TypeError(`${at} is not in the calendar`);
  }
  return found[0];
}

export function finite(value: unknown, at: string): number {
  if (typeof value !== "number" || !Number.isFinite(value)) throw new TypeError(`${at} is not a number`);
  return value;
}

export function count(value: unknown, at: string): number {
  if (typeof value !== "number" || !Number.isSafeInteger(value) || value < 0) {
    throw new TypeError(`${at} is not a count`);
  }
  return value;
}
