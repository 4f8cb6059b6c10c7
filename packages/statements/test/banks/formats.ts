/** Names of months as a bank prints them, January first. */
export type Months = readonly string[];

/**
 * A civil date under a pattern of `YYYY`, `YY`, `MONTH` (its name), `MM`, `M`, `DD`, `D`, `ROC` (Taiwan's year),
 * `BBBB` (the Buddhist year) and `ERA` (Japan's year, from 2019 on); all else stands for itself.
 */
export function printDate(iso: string, pattern: string, months: Months): string {
  const [year, month, day] = iso.split("-").map(Number) as [number, number, number];
  const two = (value: number) => String(value).padStart(2, "0");
  return pattern.replace(/YYYY|YY|MONTH|MM|M|DD|D|ROC|BBBB|BB|ERA/g, (token) => {
    if (token === "YYYY") return String(year);
    if (token === "YY") return two(year % 100);
    if (token === "MONTH") return months[month - 1]!;
    if (token === "MM") return two(month);
    if (token === "M") return String(month);
    if (token === "DD") return two(day);
    if (token === "D") return String(day);
    if (token === "ROC") return String(year - 1911);
    if (token === "BBBB") return String(year + 543);
    if (token === "BB") return two((year + 543) % 100);
    return String(year - 2018);
  });
}

/**
 * An amount without its sign in the manner of a sample: `1.234,56`, `1 234.56`, `1234,56`, `12,34,567.89` (groups of
 * two after the first three), `1,234` (no decimals at all).
 */
export function printNumber(minor: bigint, digits: number, sample: string): string {
  const indian = /^12(\D)34\D567(\D?)\d*$/.exec(sample);
  const [, group, mark] = indian ?? /^1(\D?)234(\D?)\d*$/.exec(sample) ?? [];
  if (group === undefined || mark === undefined) throw new Error(`no sample of a number: ${sample}`);
  const size = minor < 0n ? -minor : minor;
  const padded = size.toString().padStart(digits + 1, "0");
  const whole = padded.slice(0, padded.length - digits);
  const grouped = indian
    ? whole.replace(/\B(?=(?:\d{2})*\d{3}$)/g, group)
    : whole.replace(/\B(?=(?:\d{3})+$)/g, group);
  return mark === "" || digits === 0 ? grouped : `${grouped}${mark}${padded.slice(-digits)}`;
}

/**
 * Puts an amount and its sign into samples where `1` stands for the amount: `1~-1` (positive~negative; also zero is
 * positive), `1 CR~1 DR`, `1~(1)`, `Haben~Soll`. Of one sample the negative has a minus before it.
 */
export function printSigned(minor: bigint, number: string, samples: string): string {
  const [positive = "1", negative = `-${positive}`] = samples.split("~");
  return (minor < 0n ? negative : positive).replace("1", number);
}
