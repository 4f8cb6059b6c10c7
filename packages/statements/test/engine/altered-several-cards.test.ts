import { card, seesThroughAll, signed } from "./altered-paper.ts";
import { lines, table } from "./draw-pages.ts";

seesThroughAll({
  "what was owed before, on a card with two holders": {
    paper: (previous) => [
      [
        ...lines(["Credit card statement", `Previous balance ${previous}`, "New balance 150.00"]),
        ...table(signed, [
          card,
          ["J SMITH XXXX 1234"],
          ["03/06/2024", "Grocer", "100.00"],
          ["M SMITH XXXX 5678"],
          ["14/06/2024", "Payment", "-20.00"],
          ["21/06/2024", "Hotel", "50.00"],
        ]),
      ],
    ],
    printed: "20.00",
    altered: ["-20.00"],
  },
  "both balances of one of two cards, one put for the other": {
    paper: (ends) => [
      [
        ...lines(["Credit card statement", "Card number 1111", "Previous balance 8.95", "New balance 14.83"]),
        ...table(signed, [card, ["03/06/2024", "Grocer", "14.83"], ["14/06/2024", "Payment", "-8.95"]], 110),
        ...lines(["Card number 2222", ...ends.split("/")], 170),
        ...table(
          signed,
          [card, ["13/06/2024", "Hotel", "194.55"], ["24/06/2024", "Payment", "-913.14"]],
          220,
        ),
      ],
    ],
    printed: "Previous balance 913.14/New balance 194.55",
    altered: ["Previous balance 194.55/New balance 913.14"],
  },
  "what was owed before on the first of two cards": {
    paper: (previous) => [
      [
        ...lines([
          "Credit card statement",
          "Account number 9702071557",
          `Previous balance ${previous}`,
          "Total payments 25.00",
          "Total purchases 155.50",
          "Total amount due 250.50",
        ]),
        ...table(
          signed,
          [
            card,
            ["03/06/2024", "Grocer", "+80.00"],
            ["14/06/2024", "Payment", "-25.00"],
            ["25/06/2024", "Hotel", "+75.50"],
          ],
          140,
        ),
        ...lines(
          [
            "Account number 6643250628",
            "Previous balance 15.60",
            "Total payments 15.60",
            "Total purchases 122.29",
            "Total amount due 122.29",
          ],
          220,
        ),
        ...table(
          signed,
          [
            card,
            ["01/06/2024", "Fuel", "+2.29"],
            ["17/06/2024", "Payment", "-15.60"],
            ["22/06/2024", "Airline", "+120.00"],
          ],
          310,
        ),
      ],
    ],
    printed: "120.00",
    altered: ["", "12.00"],
  },
});
