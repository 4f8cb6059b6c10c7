import { addDays, monthStart } from "./civil-date.ts";
import { type Habit, ledger } from "./ledger.ts";
import { american, household, sharedAccount } from "./sample-habits.ts";
import type { AccountSpec, StatementSpec } from "./statement-spec.ts";

/** A statement for people who want to look before they upload their own; render it with its `spec`. */
export type Sample = {
  id: "plain" | "protected" | "does-not-add-up" | "overlapping-first" | "overlapping-second";
  fileName: string;
  name: string;
  /** What to expect of it, in a sentence or two. */
  description: string;
  password?: string;
  spec: StatementSpec;
};

/**
 * The five samples as of a day (`YYYY-MM-DD`): the same day gives the same statements, and none has a row
 * on or after it.
 */
export function samples(today: string): Sample[] {
  const thisMonth = monthStart(today, 0);
  const month = (back: number) => monthStart(today, -back);
  const lastDay = addDays(thisMonth, -1);
  const plain = account("20417733", "GBP", household, month(3), lastDay, 284_210n);
  const card = cardAccount(month(1), lastDay);
  const wrong = account("7730155284", "USD", american, month(1), lastDay, 296_500n);
  // Cut from one ledger, sharing the second half of a month.
  const first = account("51093846", "GBP", sharedAccount, month(3), addDays(month(1), -1), 91_035n);
  const middle = addDays(month(2), 14);
  const paidBefore = first.rows.filter(({ date }) => date < middle);
  const opening = paidBefore.reduce((balance, { amount }) => balance + amount, first.opening);
  const second = account("51093846", "GBP", sharedAccount, middle, lastDay, opening);

  return [
    {
      id: "plain",
      fileName: "northgate-current-account.pdf",
      name: "Three months of a current account",
      description: "An ordinary statement. Its balances add up, and Finflow shows the sum that proves it.",
      spec: { institution: "Northgate Bank", layout: "debit_credit", accounts: [plain] },
    },
    {
      id: "protected",
      fileName: "kiefern-credit-card.pdf",
      name: "A credit card, locked with a password",
      description: "Asks for its password, sample2468. It prints no balances; the total due proves the rows.",
      password: "sample2468",
      spec: { institution: "Kiefern Bank", layout: "card", accounts: [card], password: "sample2468" },
    },
    {
      id: "does-not-add-up",
      fileName: "lakeside-trust-checking.pdf",
      name: "A statement that does not add up",
      description:
        "One row is missing on paper. Finflow takes the rest, says by how much it is off, and where.",
      spec: {
        institution: "Lakeside Trust Bank",
        layout: "signed",
        accounts: [wrong],
        mistake: { kind: "missing_row", account: 0, row: Math.floor(wrong.rows.length / 2) },
      },
    },
    {
      id: "overlapping-first",
      fileName: "harbour-savings-1.pdf",
      name: "Two statements that overlap: the first",
      description: "Upload this and the second: the days that both print are counted once.",
      spec: { institution: "Harbour Mutual Bank", layout: "carried_forward", accounts: [first] },
    },
    {
      id: "overlapping-second",
      fileName: "harbour-savings-2.pdf",
      name: "Two statements that overlap: the second",
      description: "The same account from the middle of the first statement on.",
      spec: { institution: "Harbour Mutual Bank", layout: "carried_forward", accounts: [second] },
    },
  ];
}

function account(
  number: string,
  currency: string,
  habits: readonly Habit[],
  from: string,
  to: string,
  opening: bigint,
): AccountSpec {
  return { number, currency, period: { from, to }, opening, rows: ledger(number, habits, from, to) };
}

/** What a card has of a household: purchases, and the payment of the last bill. */
function cardAccount(from: string, to: string): AccountSpec {
  const number = "5500 00XX XXXX 4417";
  const onCard = /^(CARD PAYMENT|CONTACTLESS) /;
  const purchases = household
    .map((habit) => ({ ...habit, description: [habit.description].flat() }))
    .filter(({ description }) => onCard.test(description[0]!))
    .map((habit) => ({ ...habit, description: habit.description.map((text) => text.replace(onCard, "")) }));
  const payment: Habit = { description: "PAYMENT RECEIVED THANK YOU", amount: 20_000n, dayOfMonth: 12 };
  const rows = ledger(number, [...purchases, payment], from, to);
  return { number, currency: "EUR", period: { from, to }, opening: 0n, rows };
}
