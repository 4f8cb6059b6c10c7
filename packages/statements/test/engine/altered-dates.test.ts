import { head, headings, rows, seesThroughAll, sided } from "./altered-paper.ts";
import { type Column, lines, table } from "./draw-pages.ts";

const valued: Column[] = [{ x: 40 }, { x: 100 }, { x: 170 }, ...sided.slice(2)];
const [title, ...headed] = headings;

seesThroughAll({
  "a day beside the day of value": {
    paper: (day) => [
      [
        ...lines([...head, "Opening balance 1,000.00 GBP"]),
        ...table(valued, [
          [title!, "Value date", ...headed],
          ...rows.map(([date, ...cells], at) => [at === 1 ? day : date!, date!, ...cells]),
        ]),
      ],
    ],
    printed: "14/06/2024",
    altered: ["31/06/2024", "14/13/2024", "14/06/20245", "00/06/2024"],
  },
  "a month without which the rows are of one": {
    paper: (month) => [
      [
        ...lines([...head, "Opening balance 1,000.00 GBP"]),
        ...table(sided, [
          headings,
          ...[`03/${month}/24`, "14/01/24", "19/01/24", "20/01/24"].map((date, at) => [
            date,
            ...rows[at]!.slice(1),
          ]),
        ]),
      ],
    ],
    printed: "01",
    altered: ["09"],
  },
  "the headings of both sides on one page": {
    paper: (side) => {
      const other = side === "Money out" ? "Money in" : "Money out";
      return [
        [
          ...lines([...head, "Opening balance 1,000.00 GBP"]),
          ...table(sided, [headings, ...rows.slice(0, 1)]),
        ],
        table(sided, [["Date", "Description", side, other, "Balance"], ...rows.slice(1)]),
      ];
    },
    printed: "Money out",
    altered: ["Money in"],
  },
});
