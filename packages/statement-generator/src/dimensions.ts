/**
 * What statements differ in, each value with how often it is drawn before the values are made to fit together
 * (choose-dimensions.ts). Figures of accuracy are told for each value of each dimension.
 */
export const dimensionValues = {
  kind: { account: 8, card: 2 },
  /** How many tables of rows the file has, each with an account number of its own. */
  accounts: { one: 16, two: 2, "two currencies": 1.5, three: 0.5 },
  length: { none: 0.12, one: 0.35, few: 2, some: 7, many: 2, "very many": 0.3 },
  sides: { both: 12, "out only": 0.7, "in only": 0.3 },
  headings: { printed: 10, none: 1, "over two lines": 1.5, "two languages": 1 },
  columns: {
    "debit, credit": 6,
    "credit, debit": 1.2,
    "one signed amount": 5,
    "amount and type": 1.5,
    "amount and mark apart": 1,
    "amount without side": 0.8,
    "gross, fee, net": 0.4,
  },
  balance: { "each row": 8, "each day": 2, sparse: 1, none: 2.5 },
  extraColumns: {
    none: 6,
    "value date": 3,
    reference: 2,
    "value date and reference": 1.5,
    "serial number": 1,
    time: 0.7,
    "second balance": 0.6,
  },
  number: { "of the country": 8, any: 2 },
  sign: {
    "minus before": 6,
    "minus after": 1.5,
    "long minus": 0.8,
    parentheses: 1,
    "plus and minus": 1.5,
    "CR and DR": 1.5,
    "CR only": 0.6,
    "minus before the sign": 0.6,
  },
  currencyMark: { none: 7, "sign before": 2.5, "sign after": 1, "code before": 0.7, "code after": 0.7 },
  amountWords: { together: 8, "mark far apart": 1, "groups apart": 1, "mark below": 0.5 },
  /** What stands in the column of the other side. */
  emptyCells: { blank: 8, zeros: 1.2, dashes: 0.8 },
  columnOrder: { usual: 10, "amounts first": 0.8, "balance before amounts": 0.5 },
  datesPrinted: { "each row": 9, "once a day": 2, "day headings": 0.8, "day headings with totals": 0.4 },
  year: { "in the rows": 1, "of the period": 1, nowhere: 0.15 },
  newYear: { no: 5, crossed: 1 },
  order: { "oldest first": 8, "newest first": 2.5 },
  sections: { none: 9, "in and out": 1.2, "in, out, fees": 0.8, "by card holder": 0.6 },
  subtotals: { none: 1, printed: 1 },
  totals: { none: 5, "in and out": 3, "with a count": 1.5 },
  totalsAt: { "in the summary": 4, "under the rows": 2 },
  opening: { "in the summary": 5, "as a line": 4, "both places": 1.5, nowhere: 2 },
  closing: { "in the summary": 5, "as a line": 4, "both places": 1.5, nowhere: 2 },
  overdraft: { no: 6, yes: 1 },
  descriptions: {
    "one line": 6,
    "more below": 4,
    "amount on the last line": 1,
    "first line above": 0.5,
    "date in the middle": 0.5,
    "wide gap": 0.7,
  },
  traps: { none: 5, digits: 2, dates: 1.5, amounts: 1 },
  rules: { none: 4, "between rows": 2, grid: 1.5, zebra: 1.5, "dark heading": 1.5, ragged: 1 },
  alignment: { right: 9, left: 1 },
  repeatedHeading: { yes: 4, no: 1 },
  carried: { no: 4, "carried and brought": 1.2, "brought only": 0.4 },
  footer: { "page number": 5, "small print": 2, "card advert": 0.4, none: 1 },
  /** Whether the title says that it is a card. */
  title: { plain: 4, unsaid: 1 },
  rowBreak: { "whole rows": 5, "inside rows": 1 },
  decoy: {
    none: 8,
    summary: 1.2,
    rewards: 0.6,
    instalments: 0.5,
    interest: 0.8,
    "exchange rates": 0.5,
    "daily balances": 0.7,
    upcoming: 0.4,
  },
  arrangement: { "one column": 14, "side by side": 1 },
  margins: { same: 8, mirrored: 1 },
  rotation: {
    none: 14,
    "entry 90, upright": 0.8,
    "entry 180, upright": 0.4,
    "entry 270, upright": 0.8,
    "drawn sideways": 0.7,
    "turned by entry": 0.5,
  },
  watermark: { none: 9, slanted: 1, large: 0.7 },
  hidden: {
    none: 11,
    "render mode 3": 0.8,
    white: 0.6,
    "off the page": 0.8,
    covered: 0.6,
    clipped: 0.4,
    tiny: 0.3,
  },
  drawing: { "row by row": 8, "column by column": 1.2, shuffled: 1, "from the bottom": 0.6 },
  pieces: { cells: 8, words: 2, letters: 1, "kerned words": 1.2, "split words": 0.8 },
  writer: { pdfkit: 5, "pdfkit, embedded": 3, raw: 6 },
  encoding: { WinAnsi: 3, MacRoman: 1, "Identity-H": 2, "predefined CMap": 2 },
  /** Whether the font says which characters its glyphs are. */
  unicode: { mapped: 40, "no map": 0.5, "map of nonsense": 0.5 },
  operators: { Tm: 3, Td: 2, "T*": 1, quotes: 1, "form XObject": 1 },
  fileStructure: { plain: 3, compressed: 3, "object streams": 2 },
  spacing: { none: 10, "character spacing": 1, "word spacing": 0.7, narrowed: 0.7 },
  mutation: { none: 1 },
} as const;

export type Dimension = keyof typeof dimensionValues;
export type Dimensions = {
  [Name in Dimension]: Name extends "mutation" ? string : keyof (typeof dimensionValues)[Name];
} & {
  country: string;
  date: string;
};
