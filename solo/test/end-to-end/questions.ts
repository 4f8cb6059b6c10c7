import { categoriesOf, isExpense, monthsOf, summaryOf } from "./figures-by-hand.ts";
import type { Household } from "./household.ts";
import type { ChosenRow } from "./truth.ts";

/** Questions, and what must be among the figures of the answer: value and unit. */
export function questions({ rows, documents }: Household): { question: string; values: string[] }[] {
  const amounts = (
    keeps: (row: ChosenRow) => boolean,
    of: "expense" | "totalDebit" | "totalCredit" | "income",
  ) => summaryOf(rows.filter(keeps)).map((totals) => `${totals[of].amount} ${totals[of].currency}`);
  const within = (month: string) => (row: ChosenRow) => row.date.startsWith(month);
  const any = () => true;
  const spent = rows.filter(isExpense);
  const largest = (currency: string) =>
    Math.max(...spent.filter((row) => row.currency === currency).map(({ amount }) => Number(amount)));
  const pounds = rows.filter(({ currency }) => currency === "GBP");
  const card = documents.card.statements[0]?.accountId;
  return [
    { question: "How much did I spend in total?", values: amounts(isExpense, "expense") },
    {
      question: "How much did I spend on food in January 2026?",
      values: amounts(
        (row) => isExpense(row) && row.category === "food" && within("2026-01")(row),
        "expense",
      ),
    },
    {
      question: "What was my income in February 2026?",
      values: amounts(
        (row) => row.flow === "INCOME" && row.type === "CREDIT" && within("2026-02")(row),
        "income",
      ),
    },
    { question: "What are my total debits?", values: amounts(({ type }) => type === "DEBIT", "totalDebit") },
    {
      question: "Total credits in December 2025",
      values: amounts((row) => row.type === "CREDIT" && within("2025-12")(row), "totalCredit"),
    },
    {
      question: "How much did I spend at the corner supermarket?",
      values: amounts(
        (row) => isExpense(row) && /\bCORNER\b.*\bSUPERMARKET\b/.test(row.description),
        "expense",
      ),
    },
    {
      question: "Spending by category in pounds",
      values: categoriesOf(pounds).flatMap(({ total, percentage }) => [
        `${total.amount} GBP`,
        `${percentage} %`,
      ]),
    },
    {
      question: "How much did I spend per month in euros?",
      values: monthsOf(rows.filter(({ currency }) => currency === "EUR")).map(
        ({ expense }) => `${expense.amount} EUR`,
      ),
    },
    {
      question: "Which month did I spend the most?",
      values: summaryOf(rows).flatMap(({ highestExpenseMonth: top }) =>
        top ? [`${top.month} month`, `${top.amount.amount} ${top.amount.currency}`] : [],
      ),
    },
    {
      question: "What is my top category?",
      values: categoriesOf(pounds)
        .slice(0, 1)
        .map(({ total }) => `${total.amount} GBP`),
    },
    {
      question: "What was my largest expense in pounds?",
      values: [`${largest("GBP").toFixed(2)} GBP`],
    },
    { question: "How many transactions do I have?", values: [`${rows.length} transactions`] },
    {
      question: "How many transactions in January 2026?",
      values: [`${rows.filter(within("2026-01")).length} transactions`],
    },
    {
      question: "List transactions over 1000",
      values: [`${rows.filter(({ amount }) => Number(amount) >= 1_000).length} transactions`],
    },
    {
      question: "How much did I spend from my Kiefern Bank account?",
      values: amounts((row) => isExpense(row) && row.accountId === card, "expense"),
    },
    {
      question: "Does it all add up?",
      values: [`${rows.filter(({ verdict }) => verdict !== "RECONCILED").length} transactions`],
    },
    { question: "Top 3 merchants in pounds", values: [] },
    {
      question: "Give me a summary",
      values: [...amounts(any, "totalDebit"), ...amounts(any, "totalCredit")],
    },
  ];
}
