import { headings, rows, seesThroughAll, sided } from "./altered-paper.ts";
import { lines, table } from "./draw-pages.ts";

seesThroughAll({
  "the balance of an account in an overview above": {
    paper: (balance) => [
      [
        ...lines(["Harbour Bank", "Account summary"]),
        ...table(
          [{ x: 40 }, { x: 300 }, { x: 520, right: true }],
          [
            ["Deposits", "Account", "Balance (GBP)"],
            ["Everyday", "IBAN GB33 EXAM 4012 3412 3456 78", balance],
          ],
          70,
        ),
        ...lines(["IBAN GB33 EXAM 4012 3412 3456 78"], 120),
        ...table(sided, [headings, ["", "Opening balance", "", "", "1,000.00"], ...rows], 140),
      ],
    ],
    printed: "2,407.25",
    altered: ["2,407.52"],
  },
  "the balance of an account in an overview that names it by its title": {
    paper: (balance) => [
      [
        ...lines(["Harbour Bank", "Financial position", `GBP Savings ${balance}`]),
        ...lines(["GBP Savings 441-088320-838"], 120),
        ...table(sided, [headings, ["", "Opening balance", "", "", "1,000.00"], ...rows], 140),
        ...lines(["Closing balance 2,407.25"], 240),
      ],
    ],
    printed: "2,407.25",
    altered: ["2,408.25"],
  },
  "the sum of an overview of accounts": {
    paper: (sum) => [
      [
        ...lines(["Harbour Bank", "Account summary"]),
        ...table(
          [{ x: 40 }, { x: 300 }, { x: 520, right: true }],
          [
            ["Deposits", "Account", "Balance (GBP)"],
            ["Everyday", "IBAN GB33 EXAM 4012 3412 3456 78", "2,407.25"],
            ["Savings", "IBAN GB33 EXAM 4012 3412 3456 79", "10,000.00"],
            ["Total", "", sum],
          ],
          70,
        ),
        ...lines(["IBAN GB33 EXAM 4012 3412 3456 78"], 150),
        ...table(sided, [headings, ["", "Opening balance", "", "", "1,000.00"], ...rows], 170),
      ],
    ],
    printed: "12,407.25",
    altered: ["12,408.25"],
  },
  // No overview of accounts, though the last line says "Total deposits" below a balance.
  "the sums of one account below its balance": {
    paper: (credits) => [
      [
        ...lines(["Harbour Bank", "Account 441088320838"]),
        ...table(
          [{ x: 40 }, { x: 300, right: true }],
          [
            ["Statement balance", "2,407.25"],
            ["Total withdrawals", "-915.10"],
            ["Total deposits", credits],
          ],
          70,
        ),
        ...table(sided, [headings, ["", "Opening balance", "", "", "1,000.00"], ...rows], 140),
      ],
    ],
    printed: "2,322.35",
    altered: ["2,322.53"],
  },
});
