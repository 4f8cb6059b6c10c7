/** Signs that name one currency, longest first where one holds another. `$` and `¥` are settled by the reader. */
export const currencySigns: ReadonlyArray<readonly [sign: string, code: string]> = [
  ["US$", "USD"],
  ["CA$", "CAD"],
  ["C$", "CAD"],
  ["A$", "AUD"],
  ["AU$", "AUD"],
  ["NZ$", "NZD"],
  ["S$", "SGD"],
  ["HK$", "HKD"],
  ["NT$", "TWD"],
  ["MX$", "MXN"],
  ["R$", "BRL"],
  ["€", "EUR"],
  ["£", "GBP"],
  ["₹", "INR"],
  ["₽", "RUB"],
  ["₺", "TRY"],
  ["₩", "KRW"],
  ["￦", "KRW"],
  ["₪", "ILS"],
  ["฿", "THB"],
  ["₫", "VND"],
  ["₱", "PHP"],
  ["₦", "NGN"],
  ["₴", "UAH"],
  ["₸", "KZT"],
  ["₵", "GHS"],
  ["₡", "CRC"],
  ["₲", "PYG"],
  ["₾", "GEL"],
  ["円", "JPY"],
  ["￥", "JPY"],
  ["¥", "JPY"],
  ["元", "CNY"],
  ["원", "KRW"],
  ["zł", "PLN"],
  ["Kč", "CZK"],
  ["Ft", "HUF"],
  ["лв", "BGN"],
  ["руб", "RUB"],
  ["грн", "UAH"],
  ["Rs", "INR"],
  ["Rp", "IDR"],
  ["RM", "MYR"],
  ["CHf", "CHF"],
  ["Fr", "CHF"],
  ["SFr", "CHF"],
  ["lei", "RON"],
  ["TL", "TRY"],
  ["S/", "PEN"],
  ["Bs", "BOB"],
  ["บาท", "THB"],
  ["₨", "INR"],
  ["$", "USD"],
];

/** Signs shared by several currencies: they name one only where nothing else does. */
export const sharedSigns: ReadonlySet<string> = new Set(["$", "¥", "￥", "Rs", "₨", "Fr", "Bs"]);

/** Krone, krona and koruna share a sign that does not say which; it only stands beside an amount. */
export const namelessSigns: readonly string[] = ["kr", "Kr", "kr.", "KR"];

/** Codes that are also words, companies or registers, and count only beside an amount or behind a label. */
export const wordLikeCodes: ReadonlySet<string> = new Set([
  "ALL",
  "TOP",
  "TRY",
  "MOP",
  "CUP",
  "PEN",
  "GEL",
  "BAM",
  "SOS",
  "LAK",
  "MAD",
  "RON",
  "NIO",
  "ANG",
  "BHD",
  "STD",
  "STN",
  "CHE",
  "CHW",
  "BOB",
  "AMD",
  "ETB",
  "MUR",
  "NAD",
  "VES",
  "SLL",
]);

/** Currencies whose own sign is `$`. */
export const dollars: ReadonlySet<string> = new Set(
  (
    "USD CAD AUD NZD SGD HKD TWD MXN ARS CLP COP UYU DOP BSD BBD JMD TTD NAD FJD XCD BZD GYD BMD KYD LRD SRD SBD " +
    "BND CUP"
  ).split(" "),
);
