import type { Words } from "../languages/words.ts";
import { partsOf } from "../ledger/civil-date.ts";

type Print = (at: {
  y: number;
  m: number;
  d: number;
  mm: string;
  dd: string;
  name: string;
  long: string;
}) => string;
type Style = {
  print: Print;
  order: "dmy" | "mdy" | "ymd" | "named";
  year: boolean;
  needs?: "months" | "cjk";
};

const yy = (year: number) => String(year % 100).padStart(2, "0");

/** How a date is printed, named by how 2 January 2006 looks. */
export const dateStyles = {
  "02/01/2006": { print: ({ y, mm, dd }) => `${dd}/${mm}/${y}`, order: "dmy", year: true },
  "2/1/2006": { print: ({ y, m, d }) => `${d}/${m}/${y}`, order: "dmy", year: true },
  "02.01.2006": { print: ({ y, mm, dd }) => `${dd}.${mm}.${y}`, order: "dmy", year: true },
  "2.1.2006": { print: ({ y, m, d }) => `${d}.${m}.${y}`, order: "dmy", year: true },
  "2. 1. 2006": { print: ({ y, m, d }) => `${d}. ${m}. ${y}`, order: "dmy", year: true },
  "02-01-2006": { print: ({ y, mm, dd }) => `${dd}-${mm}-${y}`, order: "dmy", year: true },
  "02/01/06": { print: ({ y, mm, dd }) => `${dd}/${mm}/${yy(y)}`, order: "dmy", year: true },
  "02.01.06": { print: ({ y, mm, dd }) => `${dd}.${mm}.${yy(y)}`, order: "dmy", year: true },
  "02-01-06": { print: ({ y, mm, dd }) => `${dd}-${mm}-${yy(y)}`, order: "dmy", year: true },
  "01/02/2006 (month first)": { print: ({ y, mm, dd }) => `${mm}/${dd}/${y}`, order: "mdy", year: true },
  "1/2/2006 (month first)": { print: ({ y, m, d }) => `${m}/${d}/${y}`, order: "mdy", year: true },
  "01/02/06 (month first)": { print: ({ y, mm, dd }) => `${mm}/${dd}/${yy(y)}`, order: "mdy", year: true },
  "2006-01-02": { print: ({ y, mm, dd }) => `${y}-${mm}-${dd}`, order: "ymd", year: true },
  "2006/01/02": { print: ({ y, mm, dd }) => `${y}/${mm}/${dd}`, order: "ymd", year: true },
  "2006.01.02": { print: ({ y, mm, dd }) => `${y}.${mm}.${dd}`, order: "ymd", year: true },
  "2006.01.02.": { print: ({ y, mm, dd }) => `${y}.${mm}.${dd}.`, order: "ymd", year: true },
  "02 Jan 2006": {
    print: ({ y, dd, name }) => `${dd} ${name} ${y}`,
    order: "named",
    year: true,
    needs: "months",
  },
  "2 Jan 2006": {
    print: ({ y, d, name }) => `${d} ${name} ${y}`,
    order: "named",
    year: true,
    needs: "months",
  },
  "02-Jan-2006": {
    print: ({ y, dd, name }) => `${dd}-${name}-${y}`,
    order: "named",
    year: true,
    needs: "months",
  },
  "02-Jan-06": {
    print: ({ y, dd, name }) => `${dd}-${name}-${yy(y)}`,
    order: "named",
    year: true,
    needs: "months",
  },
  "02 Jan 06": {
    print: ({ y, dd, name }) => `${dd} ${name} ${yy(y)}`,
    order: "named",
    year: true,
    needs: "months",
  },
  "02JAN2006": {
    print: ({ y, dd, name }) => `${dd}${name.toUpperCase()}${y}`,
    order: "named",
    year: true,
    needs: "months",
  },
  "02JAN06": {
    print: ({ y, dd, name }) => `${dd}${name.toUpperCase()}${yy(y)}`,
    order: "named",
    year: true,
    needs: "months",
  },
  "Jan 02, 2006": {
    print: ({ y, dd, name }) => `${name} ${dd}, ${y}`,
    order: "named",
    year: true,
    needs: "months",
  },
  "2 January 2006": {
    print: ({ y, d, long }) => `${d} ${long} ${y}`,
    order: "named",
    year: true,
    needs: "months",
  },
  "2. January 2006": {
    print: ({ y, d, long }) => `${d}. ${long} ${y}`,
    order: "named",
    year: true,
    needs: "months",
  },
  "2 de January de 2006": {
    print: ({ y, d, long }) => `${d} de ${long} de ${y}`,
    order: "named",
    year: true,
    needs: "months",
  },
  "January 2, 2006": {
    print: ({ y, d, long }) => `${long} ${d}, ${y}`,
    order: "named",
    year: true,
    needs: "months",
  },
  "2006年01月02日": {
    print: ({ y, mm, dd }) => `${y}年${mm}月${dd}日`,
    order: "named",
    year: true,
    needs: "cjk",
  },
  "2006年1月2日": { print: ({ y, m, d }) => `${y}年${m}月${d}日`, order: "named", year: true, needs: "cjk" },
  "Reiwa R6.01.02": { print: ({ y, mm, dd }) => `R${y - 2018}.${mm}.${dd}`, order: "named", year: true },
  "Reiwa 令和6年1月2日": {
    print: ({ y, m, d }) => `令和${y - 2018 === 1 ? "元" : y - 2018}年${m}月${d}日`,
    order: "named",
    year: true,
    needs: "cjk",
  },
  "ROC 113/01/02": { print: ({ y, mm, dd }) => `${y - 1911}/${mm}/${dd}`, order: "ymd", year: true },
  "ROC 民國113年1月2日": {
    print: ({ y, m, d }) => `民國${y - 1911}年${m}月${d}日`,
    order: "named",
    year: true,
    needs: "cjk",
  },
  "Buddhist 02/01/2549": { print: ({ y, mm, dd }) => `${dd}/${mm}/${y + 543}`, order: "dmy", year: true },
  "Buddhist 2 Jan 2549": {
    print: ({ y, d, name }) => `${d} ${name} ${y + 543}`,
    order: "named",
    year: true,
    needs: "months",
  },
  "02/01": { print: ({ mm, dd }) => `${dd}/${mm}`, order: "dmy", year: false },
  "02.01.": { print: ({ mm, dd }) => `${dd}.${mm}.`, order: "dmy", year: false },
  "02-01": { print: ({ mm, dd }) => `${dd}-${mm}`, order: "dmy", year: false },
  "01/02 (month first)": { print: ({ mm, dd }) => `${mm}/${dd}`, order: "mdy", year: false },
  "1/2 (month first)": { print: ({ m, d }) => `${m}/${d}`, order: "mdy", year: false },
  "02 Jan": { print: ({ dd, name }) => `${dd} ${name}`, order: "named", year: false, needs: "months" },
  "2 Jan": { print: ({ d, name }) => `${d} ${name}`, order: "named", year: false, needs: "months" },
  "2. Jan": { print: ({ d, name }) => `${d}. ${name}`, order: "named", year: false, needs: "months" },
  "Jan 02": { print: ({ dd, name }) => `${name} ${dd}`, order: "named", year: false, needs: "months" },
  "02-JAN": {
    print: ({ dd, name }) => `${dd}-${name.toUpperCase()}`,
    order: "named",
    year: false,
    needs: "months",
  },
  "02JAN": {
    print: ({ dd, name }) => `${dd}${name.toUpperCase()}`,
    order: "named",
    year: false,
    needs: "months",
  },
  "1月2日": { print: ({ m, d }) => `${m}月${d}日`, order: "named", year: false, needs: "cjk" },
} as const satisfies Record<string, Style>;

export type DateStyle = keyof typeof dateStyles;

export function styleOf(style: DateStyle): Style {
  return dateStyles[style];
}

export function printDate(date: string, style: DateStyle, words: Words): string {
  const { year, month, day } = partsOf(date);
  const name = words.months[month - 1] ?? "";
  return styleOf(style).print({
    y: year,
    m: month,
    d: day,
    mm: String(month).padStart(2, "0"),
    dd: String(day).padStart(2, "0"),
    name: /^(?:02-?JAN|\d)/.test(style) ? name.replace(/\.$/, "") : name,
    long: words.longMonths[month - 1] ?? "",
  });
}
