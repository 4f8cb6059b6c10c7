import * as asian from "./languages/asian.ts";
import * as eastern from "./languages/eastern.ts";
import * as northern from "./languages/northern.ts";
import * as western from "./languages/western.ts";
import type { Words } from "./languages/words.ts";
import type { DateStyle } from "./printing/date-style.ts";
import type { NumberStyle } from "./printing/number-style.ts";

/** What the banks of one country use. Dates and numbers are styles by name, the commonest first. */
export type Country = {
  name: string;
  words: Words;
  currency: string;
  numbers: NumberStyle[];
  dates: DateStyle[];
  paper: "A4" | "Letter";
  /** Readers are not expected to know its words: balances must do. */
  unfamiliar?: true;
};

/** Whether its words are those of no language. */
export function isInvented({ words }: Country): boolean {
  return words.code.startsWith("x-");
}

const dotted: DateStyle[] = ["02.01.2006", "02.01.06", "02.01.", "2.1.2006"];
const slashed: DateStyle[] = ["02/01/2006", "02/01/06", "02/01", "02-01-2006"];
const comma: NumberStyle[] = ["1,234.56", "1,234.56", "1234.56"];
const point: NumberStyle[] = ["1.234,56", "1.234,56", "1234,56"];
const space: NumberStyle[] = ["1 234,56", "1 234,56", "1234,56"];

function country(
  name: string,
  words: Words,
  currency: string,
  numbers: NumberStyle[],
  dates: DateStyle[],
  more: { paper?: "Letter"; unfamiliar?: true } = {},
): Country {
  return { name, words, currency, numbers, dates, paper: "A4", ...more };
}

const monthNames: DateStyle[] = ["02 Jan 2006", "2 Jan 2006", "02 Jan", "2 January 2006", "02-Jan-2006"];

export const countries: readonly Country[] = [
  country(
    "United States",
    western.english,
    "USD",
    comma,
    [
      "01/02/2006 (month first)",
      "01/02 (month first)",
      "01/02/06 (month first)",
      "Jan 02, 2006",
      "1/2 (month first)",
      "Jan 02",
      "1/2/2006 (month first)",
    ],
    { paper: "Letter" },
  ),
  country("United Kingdom", western.english, "GBP", comma, [...monthNames, "02JAN06", "02/01/2006", "2 Jan"]),
  country("Ireland", western.english, "EUR", comma, ["02 Jan 2006", "02/01/2006", "2 Jan"]),
  country(
    "India",
    western.english,
    "INR",
    ["12,34,567.89", "12,34,567.89", "1,234.56"],
    ["02/01/2006", "02-01-2006", "02-Jan-2006", "02/01/06", "02 Jan 2006", "02-Jan-06"],
  ),
  country(
    "Canada",
    western.english,
    "CAD",
    comma,
    ["Jan 02", "02 Jan", "2006-01-02", "01/02/2006 (month first)"],
    {
      paper: "Letter",
    },
  ),
  country("Canada (French)", western.french, "CAD", space, ["2006-01-02", "02 Jan", "2006/01/02"], {
    paper: "Letter",
  }),
  country("Australia", western.english, "AUD", comma, ["02 Jan 2006", "02/01/2006", "02 Jan", "02JAN06"]),
  country(
    "South Africa",
    western.english,
    "ZAR",
    ["1 234.56", "1,234.56", "1 234,56"],
    ["2006/01/02", "02 Jan", "02/01/2006"],
  ),
  country("Singapore", western.english, "SGD", comma, ["02 Jan", "02/01/2006", "02-Jan-2006"]),
  country("Kuwait", western.english, "KWD", ["1,234.56"], ["02/01/2006", "02-Jan-2006"]),
  country("Germany", western.german, "EUR", point, [...dotted, "02.01.2006"]),
  country("Switzerland", western.german, "CHF", ["1'234.56", "1'234.56", "1 234.56"], dotted),
  country("Austria", western.german, "EUR", point, ["02.01.2006", "02.01."]),
  country(
    "France",
    western.french,
    "EUR",
    ["1 234,56", "1.234,56", "1234,56"],
    ["02/01/2006", "02.01.06", "02/01", "02 Jan", "02/01/06"],
  ),
  country("Belgium", western.dutch, "EUR", point, ["02-01-2006", "02/01/2006", "02-01"]),
  country("Spain", western.spanish, "EUR", point, [...slashed, "02-01-2006", "2 Jan 2006"]),
  country("Mexico", western.spanish, "MXN", comma, ["02/01/2006", "02-JAN", "02-Jan-2006", "02 Jan"], {
    paper: "Letter",
  }),
  country("Chile", western.spanish, "CLP", ["1.234,56"], ["02/01/2006", "02/01", "02-01-2006"], {
    paper: "Letter",
  }),
  country("Brazil", western.portuguese, "BRL", point, ["02/01/2006", "02/01", "02 Jan", "02/01/06"]),
  country(
    "Portugal",
    western.portuguese,
    "EUR",
    ["1.234,56", "1 234,56"],
    ["02-01-2006", "2006-01-02", "02/01/2006", "02-01"],
  ),
  country("Italy", western.italian, "EUR", point, [
    "02/01/2006",
    "02.01.06",
    "02/01/06",
    "02-01-2006",
    "02.01.2006",
  ]),
  country("Netherlands", western.dutch, "EUR", point, ["02-01-2006", "02-01", "02 Jan 2006"]),
  country("Sweden", northern.swedish, "SEK", space, ["2006-01-02", "02 Jan 2006"]),
  country("Denmark", northern.danish, "DKK", point, ["02.01.2006", "02-01-2006", "02.01."]),
  country(
    "Norway",
    northern.norwegian,
    "NOK",
    ["1 234,56", "1.234,56"],
    ["02.01.2006", "02.01.", "02.01.06"],
  ),
  country("Finland", northern.finnish, "EUR", space, ["02.01.2006", "2.1.2006", "02.01."]),
  country("Poland", eastern.polish, "PLN", space, ["2006-01-02", "02.01.2006", "02-01-2006"]),
  country("Czechia", eastern.czech, "CZK", space, ["02.01.2006", "2. 1. 2006", "2.1.2006", "02.01."]),
  country("Slovakia", eastern.slovak, "EUR", space, ["02.01.2006", "2.1.2006"]),
  country(
    "Hungary",
    eastern.hungarian,
    "HUF",
    ["1 234,56", "1.234,56"],
    ["2006.01.02.", "2006.01.02", "2006-01-02"],
  ),
  country(
    "Romania",
    eastern.romanian,
    "RON",
    ["1.234,56", "1,234.56"],
    ["02.01.2006", "02/01/2006", "02-01-2006"],
  ),
  country("Türkiye", eastern.turkish, "TRY", point, ["02.01.2006", "02/01/2006"]),
  country("Croatia", eastern.croatian, "EUR", point, ["02.01.2006", "02.01."]),
  country("Slovenia", eastern.slovenian, "EUR", point, ["02.01.2006", "2. 1. 2006"]),
  country("Lithuania", eastern.lithuanian, "EUR", ["1 234,56", "1234.56"], ["2006-01-02", "2006.01.02"]),
  country("Estonia", eastern.estonian, "EUR", ["1 234,56", "1 234.56"], ["02.01.2006"]),
  country("Vietnam", eastern.vietnamese, "VND", ["1,234.56", "1.234,56"], ["02/01/2006", "02-01-2006"]),
  country("Russia", eastern.russian, "RUB", ["1 234,56", "1 234.56"], ["02.01.2006", "02.01.06"]),
  country("Ukraine", eastern.ukrainian, "UAH", ["1 234.56", "1 234,56"], ["02.01.2006"]),
  country("Bulgaria", eastern.bulgarian, "BGN", ["1 234.56", "1,234.56"], ["02.01.2006", "02/01/2006"]),
  country("Serbia", eastern.serbian, "RSD", point, ["02.01.2006", "02.01."], { unfamiliar: true }),
  country("Greece", eastern.greek, "EUR", point, ["02/01/2006", "02/01/06", "02-01-2006"]),
  country(
    "Japan",
    asian.japanese,
    "JPY",
    ["1,234.56"],
    [
      "2006/01/02",
      "2006年1月2日",
      "2006年01月02日",
      "Reiwa R6.01.02",
      "Reiwa 令和6年1月2日",
      "1月2日",
      "2006.01.02",
      "2006-01-02",
    ],
  ),
  country("China", asian.chinese, "CNY", comma, ["2006-01-02", "2006/01/02", "2006年01月02日", "2006.01.02"]),
  country("Taiwan", asian.taiwanese, "TWD", comma, [
    "ROC 113/01/02",
    "2006/01/02",
    "ROC 民國113年1月2日",
    "2006-01-02",
  ]),
  country("Hong Kong", asian.taiwanese, "HKD", comma, ["2006/01/02", "02/01/2006"]),
  country("Korea", asian.korean, "KRW", ["1,234.56"], ["2006-01-02", "2006.01.02", "2006/01/02"]),
  country("Thailand", asian.thai, "THB", comma, [
    "Buddhist 02/01/2549",
    "02/01/2006",
    "Buddhist 2 Jan 2549",
    "02-01-06",
  ]),
  country(
    "Indonesia",
    asian.indonesian,
    "IDR",
    ["1,234.56", "1.234,56"],
    ["02/01/2006", "02/01", "02 Jan 2006", "02/01/06"],
  ),
  country("Malaysia", asian.malay, "MYR", comma, ["02/01/2006", "02/01/06", "02 Jan 2006"], {
    unfamiliar: true,
  }),
  country("India (Hindi)", asian.hindi, "INR", ["12,34,567.89"], ["02/01/2006", "02-01-2006"]),
  country("Georgia", asian.georgian, "GEL", ["1,234.56", "1 234.56"], ["02/01/2006", "02.01.2006"], {
    unfamiliar: true,
  }),
  country("Egypt", asian.arabic, "EGP", ["1,234.56"], ["02/01/2006", "2006/01/02", "02-01-2006"]),
  country("Israel", asian.hebrew, "ILS", ["1,234.56"], ["02/01/2006", "02/01/06", "02.01.2006"]),
  country("Iceland", northern.icelandic, "ISK", ["1.234,56"], ["02.01.2006", "02.01.06"], {
    unfamiliar: true,
  }),
  country("Albania", northern.albanian, "ALL", ["1,234.56", "1.234,56"], ["02/01/2006", "02.01.2006"], {
    unfamiliar: true,
  }),
  country(
    "South Africa (Afrikaans)",
    northern.afrikaans,
    "ZAR",
    ["1 234.56", "1,234.56"],
    ["2006/01/02", "02/01/2006"],
    {
      unfamiliar: true,
    },
  ),
  country(
    "Nowhere",
    northern.invented,
    "EUR",
    ["1,234.56", "1.234,56", "1 234,56"],
    ["2006-01-02", "02/01/2006", "02.01.2006"],
    {
      unfamiliar: true,
    },
  ),
];
