/** One imitation: a title, and the lines of its script. */
export type BankScript = { title: string; lines: readonly string[] };

/** The imitations of one file: each begins with `== title`; what stands before the first is a comment. */
export function splitBanks(text: string): BankScript[] {
  const banks: { title: string; lines: string[] }[] = [];
  for (const line of text.split("\n")) {
    const title = /^== (.+)$/.exec(line)?.[1];
    if (title) banks.push({ title, lines: [] });
    else banks.at(-1)?.lines.push(line.trimEnd());
  }
  for (const { lines } of banks) while (lines.at(-1) === "") lines.pop();
  return banks;
}

/** Where cells stand: at `x`, from there on, up to there (`right`) or around it (`center`). */
export type Place = { x: number; right?: true; center?: true };

/** `40 90 >520 ^300`: begins at 40 and 90, ends at 520, is centred on 300. */
export function readPlaces(text: string): Place[] {
  return text
    .trim()
    .split(/\s+/)
    .map((word) => ({
      x: Number(word.replace(/^[>^]/, "")),
      ...(word.startsWith(">") && { right: true as const }),
      ...(word.startsWith("^") && { center: true as const }),
    }));
}

/** A transaction as the script states it. */
export type RowFact = {
  date: string;
  valueDate: string;
  /** Minor units; negative is money out. */
  amount: bigint;
  /** The first is the description, its lines apart. */
  fields: readonly string[];
};

/** `05-02 -850.00 Rent / second line; reference`, or `05-02=05-03 …` with a value date. */
export function readRow(text: string, year: string, digits: number): RowFact {
  const match = /^(\S+) ([-+]?)(\d+)(?:\.(\d+))? ?(.*)$/.exec(text);
  if (!match) throw new Error(`no row: ${text}`);
  const [, days = "", sign, whole = "", fraction = "", rest = ""] = match;
  const [date, valueDate = date] = days
    .split("=")
    .map((day) => (day.length === 5 ? `${year}-${day}` : day)) as [string, string?];
  const size = BigInt(whole + fraction.padEnd(digits, "0"));
  return { date, valueDate, amount: sign === "-" ? -size : size, fields: rest.split(/;(?: |$)/) };
}
