import type { Country } from "./countries.ts";
import { type Dimensions, dimensionValues } from "./dimensions.ts";
import { hasPlainSign, hasSign } from "./printing/amount.ts";
import { type DateStyle, dateStyles } from "./printing/date-style.ts";
import type { Random } from "./random.ts";

function draw(random: Random, table: Record<string, number>): string {
  const entries = Object.entries(table);
  let left = random.next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [value, weight] of entries) {
    left -= weight;
    if (left < 0) return value;
  }
  return entries.at(-1)![0];
}

/** One value of each dimension, made to fit together: what they describe can be read by a careful person. */
export function chooseDimensions(random: Random, country: Country): Dimensions {
  const d = Object.fromEntries(
    Object.entries(dimensionValues).map(([name, table]) => [name, draw(random.fork(name), table)]),
  ) as Dimensions;
  d.country = country.name;
  d.date = chooseDate(random.fork("date"), country);
  fitWords(d, country);
  fitKind(d, random.fork("kind"));
  fitSides(d, country);
  fitProof(d, country);
  fitPaper(d, country);
  fitWriter(d, country, random.fork("fit"));
  fitMark(d, country, random.fork("mark"));
  return d;
}

function chooseDate(random: Random, { words, dates }: Country): DateStyle {
  const fits = (style: DateStyle) =>
    !("needs" in dateStyles[style]) ||
    style.includes("年") ||
    style.includes("月") ||
    words.months.length === 12;
  return random.pick(dates.filter(fits));
}

/** What a language has no words of its own for is not printed in it. */
function fitWords(d: Dimensions, { words }: Country): void {
  const lacks = (...keys: string[]) => keys.some((key) => words.borrowed.includes(key));
  if (lacks("cardStatement", "previous", "due")) d.kind = "account";
  if (lacks("depositSection", "withdrawalSection", "feeSection")) d.sections = "none";
  if (lacks("debitSide", "creditSide") && d.columns === "amount and type") d.columns = "one signed amount";
  if (lacks("totalDebits", "totalCredits")) d.totals = "none";
  if (lacks("count") && d.totals === "with a count") d.totals = "in and out";
  if (lacks("carried", "brought")) d.carried = "no";
}

function fitKind(d: Dimensions, random: Random): void {
  if (d.kind === "card") {
    if (d.balance !== "none") d.balance = random.chance(0.2) ? "each row" : "none";
    d.columns = random.pick([
      "one signed amount",
      "one signed amount",
      "one signed amount",
      "debit, credit",
    ] as const);
    d.opening = "in the summary";
    d.closing = "in the summary";
    d.overdraft = "no";
    d.sides = "both";
    if (d.accounts === "two currencies") d.accounts = "one";
    if (d.sections === "in, out, fees") d.sections = "in and out";
  }
  if (d.decoy === "instalments" || d.decoy === "rewards") if (d.kind !== "card") d.decoy = "summary";
  if (d.sections === "by card holder" && d.kind !== "card") d.sections = "none";
  if (d.sections !== "none") {
    d.balance = "none";
    d.columns = "one signed amount";
    d.datesPrinted = "each row";
    d.order = "oldest first";
    d.rules = d.rules === "ragged" ? "none" : d.rules;
    d.opening = d.opening === "nowhere" ? "in the summary" : d.opening;
    d.closing = d.closing === "nowhere" ? "in the summary" : d.closing;
    d.opening = d.opening === "as a line" ? "in the summary" : d.opening;
    d.closing = d.closing === "as a line" ? "in the summary" : d.closing;
    d.carried = "no";
    d.sides = "both";
    d.amountWords = "together";
    if (d.headings === "none") d.headings = "printed";
  }
}

/** Every amount has a side that a person can tell. */
function fitSides(d: Dimensions, country: Country): void {
  const chained = d.balance === "each row";
  if (d.columns === "amount without side" && !(chained && d.kind === "account"))
    d.columns = "one signed amount";
  if (d.columns === "amount without side" && d.opening === "nowhere") d.opening = "as a line";
  if (d.columns === "amount without side" && d.overdraft === "yes") d.overdraft = "no";
  if (d.sign === "CR only" && d.kind !== "card" && !chained) d.sign = "CR and DR";
  // What is owed is marked by "CR" when it is a credit; "DR" on every purchase is a bank account's habit.
  if (d.kind === "card" && d.sign === "CR and DR") d.sign = "CR only";
  if (d.rules === "ragged" || country.unfamiliar || d.headings === "none") {
    const twoColumns = d.columns === "debit, credit" || d.columns === "credit, debit";
    if (twoColumns || d.columns === "amount and type" || d.columns === "amount and mark apart") {
      if (d.sections !== "none" || d.kind === "card") d.columns = "one signed amount";
      else d.balance = "each row";
    }
  }
  if (d.sign === "CR only" && (country.unfamiliar || d.headings === "none")) d.sign = "minus before";
  if (country.unfamiliar && d.sections !== "none") d.sections = "none";
  if (country.unfamiliar && d.kind === "card") d.kind = "account";
  // Where one account ends is told by words; balances alone would leave it open.
  if (country.unfamiliar) d.accounts = "one";
  if (d.sections !== "none" || d.columns !== "one signed amount")
    if (d.amountWords === "mark far apart") d.amountWords = "together";
}

/** Enough is printed, or nothing at all: what is between cannot be judged by anybody. */
function fitProof(d: Dimensions, country: Country): void {
  if (d.rules === "ragged") {
    d.balance = "each row";
    if (d.opening === "nowhere") d.opening = "as a line";
    d.alignment = "right";
    d.amountWords = "together";
    d.arrangement = "one column";
    d.extraColumns = d.extraColumns === "value date" ? "value date" : "none";
    d.traps = d.traps === "amounts" ? "none" : d.traps;
    d.datesPrinted = "each row";
    // Words of a second line would stand under other headings than their own, as on no paper.
    if (d.headings === "over two lines") d.headings = "printed";
    if (d.kind === "card") d.rules = "none";
  }
  if (d.balance === "none" || d.balance === "sparse") {
    if (d.opening === "nowhere") d.opening = "in the summary";
    if (d.closing === "nowhere") d.closing = "in the summary";
  }
  if (country.unfamiliar) {
    d.opening = d.opening === "nowhere" ? "nowhere" : "as a line";
    d.closing = d.closing === "nowhere" ? "nowhere" : "as a line";
    if (d.balance !== "each row") d.balance = "each row";
    d.totals = "none";
    if (d.decoy !== "none") d.decoy = "none";
  }
  if (d.carried !== "no" && d.balance === "none" && d.kind === "card") d.carried = "no";
  if (d.order === "newest first") d.carried = "no";
  if (d.length === "very many") d.accounts = "one";
}

function fitRows(d: Dimensions, { words }: Country): void {
  const twoColumns = d.columns === "debit, credit" || d.columns === "credit, debit";
  if (!twoColumns || d.rules === "ragged") d.emptyCells = "blank";
  const understood = d.headings !== "none" && words.borrowed.length === 0 && words.script !== "rtl";
  const english = words.code === "en";
  if (!understood || d.rules === "ragged" || d.arrangement === "side by side") d.columnOrder = "usual";
  if (d.balance === "none" && d.columnOrder === "balance before amounts") d.columnOrder = "usual";
  if (
    d.columns === "gross, fee, net" &&
    !(english && understood && d.kind === "account" && d.rules !== "ragged")
  )
    d.columns = "one signed amount";
  if (
    d.extraColumns === "second balance" &&
    !(english && understood && d.balance === "each row" && d.opening !== "nowhere" && d.kind === "account")
  )
    d.extraColumns = "none";
  if (
    d.amountWords === "mark below" &&
    !(
      d.columns === "one signed amount" &&
      d.sign.startsWith("CR") &&
      d.sections === "none" &&
      d.rules !== "ragged"
    )
  )
    d.amountWords = "together";
  if (d.amountWords === "mark below") d.datesPrinted = "each row";
  if (d.datesPrinted.startsWith("day headings")) {
    if (
      d.sections !== "none" ||
      d.rules === "ragged" ||
      d.extraColumns.includes("value date") ||
      d.arrangement === "side by side"
    )
      d.datesPrinted = "each row";
    else {
      d.extraColumns = d.extraColumns === "reference" ? "reference" : "none";
      d.descriptions = d.descriptions === "one line" ? "one line" : "more below";
      d.carried = "no";
    }
  }
  // A total of the day is told from a row by its word.
  if (d.datesPrinted === "day headings with totals" && (!understood || d.columns !== "one signed amount"))
    d.datesPrinted = "day headings";
  if (d.totalsAt === "under the rows" && (!twoColumns || !understood || d.arrangement === "side by side"))
    d.totalsAt = "in the summary";
  if (d.footer === "card advert" && !english) d.footer = "small print";
  if (d.kind !== "card") d.title = "plain";
}

function fitPaper(d: Dimensions, country: Country): void {
  const { year } = dateStyles[d.date as DateStyle];
  fitRows(d, country);
  d.year = year ? "in the rows" : d.year === "nowhere" ? "nowhere" : "of the period";
  if (d.year === "nowhere" && d.kind === "card") d.year = "of the period";
  if (d.year === "nowhere" && d.traps === "dates") d.traps = "digits";
  if (d.datesPrinted === "once a day" && d.extraColumns.includes("value date")) d.extraColumns = "none";
  if (d.arrangement === "side by side") {
    d.extraColumns = "none";
    d.headings = "printed";
    d.descriptions = d.descriptions === "wide gap" ? "one line" : d.descriptions;
    d.amountWords = "together";
    d.opening = d.opening === "as a line" || d.opening === "both places" ? "in the summary" : d.opening;
    d.closing = d.closing === "as a line" || d.closing === "both places" ? "in the summary" : d.closing;
    d.carried = "no";
    d.accounts = "one";
    d.decoy = "none";
    d.repeatedHeading = "yes";
  }
  if (d.datesPrinted === "once a day" && d.descriptions === "first line above") d.descriptions = "more below";
  if (d.repeatedHeading === "no" && d.margins === "mirrored") d.repeatedHeading = "yes";
  if (d.extraColumns === "time" && d.date.includes("年")) d.extraColumns = "none";
}

function fitWriter(d: Dimensions, { words }: Country, random: Random): void {
  const plainLatin = words.script === "latin1";
  const chineseDates = /[年月]/.test(d.date);
  if (d.writer === "pdfkit" && (!plainLatin || chineseDates))
    d.writer = random.chance(0.5) ? "pdfkit, embedded" : "raw";
  // The one font with every script takes a second to subset, so few and short statements are set in it.
  const wide = !["latin1", "latin", "cyrillic", "greek", "rtl"].includes(words.script);
  if (
    d.writer === "pdfkit, embedded" &&
    wide &&
    (d.length === "many" || d.length === "very many" || !random.chance(0.15))
  )
    d.writer = "raw";
  if (d.spacing !== "none" || d.pieces === "split words") d.writer = "raw";
  if (d.writer === "raw") {
    const cjk = ["japanese", "chinese", "taiwanese", "korean"].includes(words.script);
    if (cjk) {
      d.encoding = d.encoding === "predefined CMap" || random.chance(0.5) ? "predefined CMap" : "Identity-H";
    } else if (!plainLatin || d.encoding === "predefined CMap") d.encoding = "Identity-H";
    // What Mac OS Roman lacks: U+2212, and the letters of Iceland.
    if (d.encoding === "MacRoman" && words.code === "is") d.encoding = "WinAnsi";
    if (d.encoding === "MacRoman" && d.sign === "long minus") d.sign = "minus before";
  } else {
    d.operators = "Tm";
    d.fileStructure = "compressed";
    d.encoding = d.writer === "pdfkit" ? "WinAnsi" : "Identity-H";
  }
  if (d.writer !== "pdfkit, embedded") d.unicode = "mapped";
  if (d.pieces === "kerned words" && d.writer !== "raw") d.pieces = "words";
  // Windows-1252 has no U+2212.
  if (d.sign === "long minus" && d.encoding === "WinAnsi") d.sign = "minus before";
}

function fitMark(d: Dimensions, country: Country, random: Random): void {
  const { currency } = country;
  const unicode = d.encoding === "Identity-H";
  if (d.currencyMark.startsWith("sign")) {
    if (!hasSign(currency) || (!unicode && !hasPlainSign(currency)))
      d.currencyMark = random.chance(0.5) ? "code after" : "none";
    if (d.encoding === "MacRoman" || d.encoding === "predefined CMap") d.currencyMark = "none";
  }
  if (d.sign === "minus before the sign" && !d.currencyMark.endsWith("before")) d.sign = "minus before";
  if (d.accounts === "two currencies" && d.currencyMark === "none") d.currencyMark = "code before";
}
