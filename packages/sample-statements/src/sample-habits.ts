import type { Habit } from "./ledger.ts";

/** What a household does with its money; all names are invented, of words that say what they sell. */
export const household: Habit[] = [
  { description: "SALARY EXAMPLE WORKS LTD", amount: 312_500n, dayOfMonth: 25 },
  { description: "STANDING ORDER RENT 14 HARBOUR ROW", amount: -118_000n, dayOfMonth: 1 },
  { description: "DIRECT DEBIT CITY COUNCIL TAX", amount: -15_420n, dayOfMonth: 3 },
  { description: "DIRECT DEBIT RIVER WATER", amount: -3_275n, dayOfMonth: 5 },
  { description: "DIRECT DEBIT BRIGHT ELECTRICITY AND GAS", amount: [-14_900n, -7_200n], dayOfMonth: 8 },
  { description: "DIRECT DEBIT FIBRE BROADBAND", amount: -3_400n, dayOfMonth: 11 },
  { description: "DIRECT DEBIT HILLTOP MOBILE PHONE", amount: -1_800n, dayOfMonth: 14 },
  { description: "TRANSFER TO SAVINGS ACCOUNT", amount: -25_000n, dayOfMonth: 26 },
  { description: "INTEREST PAID", amount: [110n, 240n], dayOfMonth: 28 },
  { description: "CARD PAYMENT STARLIGHT STREAMING", amount: -1_099n, dayOfMonth: 9 },
  { description: "CARD PAYMENT OAK GYM MEMBERSHIP", amount: -2_999n, dayOfMonth: 2 },
  {
    description: [
      "CARD PAYMENT CORNER SUPERMARKET",
      "CARD PAYMENT GREEN LANE GROCERY",
      "CARD PAYMENT MARKET HALL FOODS",
    ],
    amount: [-8_450n, -2_310n],
    weekdays: [2, 6],
  },
  {
    description: [
      "CONTACTLESS BAKERY LANE CAFE",
      "CONTACTLESS OLD MILL COFFEE",
      "CONTACTLESS NOODLE HOUSE RESTAURANT",
    ],
    amount: [-2_890n, -340n],
    weekdays: [1, 4],
  },
  { description: "CONTACTLESS METRO TICKETS", amount: [-980n, -280n], weekdays: [1, 3, 5] },
  { description: "CARD PAYMENT NORTH ROAD PETROL STATION", amount: [-6_200n, -3_500n], everyDays: 17 },
  { description: "CARD PAYMENT RIVERSIDE PHARMACY", amount: [-2_400n, -450n], everyDays: 19 },
  { description: "CARD PAYMENT LIGHTHOUSE CINEMA", amount: [-3_200n, -1_150n], everyDays: 16 },
  {
    description: [
      "CARD PAYMENT LINEN AND WOOD HOMEWARE",
      "CARD PAYMENT PAPER CRANE BOOKSHOP",
      "CARD PAYMENT BLUE DOOR CLOTHING",
    ],
    amount: [-9_500n, -1_200n],
    everyDays: 11,
  },
  { description: "CASH WITHDRAWAL HIGH STREET ATM", amount: -4_000n, everyDays: 23 },
  { description: "REFUND BLUE DOOR CLOTHING", amount: [1_200n, 4_500n], everyDays: 41 },
];

/** A second, shared account that lives on transfers. */
export const sharedAccount: Habit[] = [
  { description: "TRANSFER FROM NORTHGATE BANK", amount: 45_000n, weekdays: [5] },
  { description: "DIRECT DEBIT SUNFLOWER NURSERY", amount: -41_000n, dayOfMonth: 4 },
  { description: "DIRECT DEBIT MEADOW HOME INSURANCE", amount: -2_865n, dayOfMonth: 15 },
  { description: "INTEREST PAID", amount: [210n, 640n], dayOfMonth: 28 },
  {
    description: ["CARD PAYMENT FARM SHOP GROCERIES", "CARD PAYMENT CORNER SUPERMARKET"],
    amount: [-11_200n, -3_400n],
    weekdays: [0, 3],
  },
  {
    description: ["CARD PAYMENT PIZZA OVEN RESTAURANT", "CARD PAYMENT HARBOUR FISH AND CHIPS"],
    amount: [-5_600n, -1_900n],
    weekdays: [6],
  },
  { description: "CARD PAYMENT COASTAL RAILWAY", amount: [-3_900n, -1_250n], everyDays: 9 },
  { description: "CARD PAYMENT TALL TREES TOY SHOP", amount: [-4_500n, -900n], everyDays: 14 },
  { description: "CARD PAYMENT FAMILY DENTAL CLINIC", amount: [-8_500n, -4_000n], everyDays: 47 },
];

/** An account in the United States. */
export const american: Habit[] = [
  { description: "PAYROLL DEPOSIT EXAMPLE DESIGN INC", amount: 214_350n, everyDays: 14 },
  { description: "ONLINE PAYMENT MAPLE COURT APARTMENTS RENT", amount: -165_000n, dayOfMonth: 1 },
  { description: "ACH DEBIT PRAIRIE ELECTRIC UTILITY", amount: [-14_200n, -6_900n], dayOfMonth: 6 },
  { description: "ACH DEBIT CANYON WIRELESS PHONE", amount: -6_500n, dayOfMonth: 10 },
  { description: "ONLINE TRANSFER TO SAVINGS", amount: -20_000n, dayOfMonth: 16 },
  {
    description: ["DEBIT CARD PURCHASE CEDAR MARKET GROCERY", "DEBIT CARD PURCHASE VALLEY FOODS"],
    amount: [-13_400n, -3_800n],
    weekdays: [0, 4],
  },
  {
    description: [
      "DEBIT CARD PURCHASE TACO CORNER",
      "DEBIT CARD PURCHASE SUNRISE DINER",
      "DEBIT CARD PURCHASE BEAN STREET COFFEE",
    ],
    amount: [-3_800n, -450n],
    weekdays: [2, 5],
  },
  { description: "DEBIT CARD PURCHASE ROUTE NINE GAS STATION", amount: [-5_200n, -3_100n], everyDays: 8 },
  { description: "DEBIT CARD PURCHASE PIONEER DRUGSTORE", amount: [-3_900n, -600n], everyDays: 13 },
  { description: "ATM WITHDRAWAL MAIN STREET", amount: -6_000n, everyDays: 15 },
];
