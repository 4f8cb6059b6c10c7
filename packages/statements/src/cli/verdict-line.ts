import type { Check, StatementAccount } from "../statement.ts";
import { decimalsOf, formatAmount, formatUnits, sumUnits, toUnits } from "./amounts.ts";

const MOST_CONTRADICTIONS = 3;

const NAMES: Record<Check["kind"], string> = {
  closing_balance: "closing balance",
  running_balance: "running balance",
  total_debits: "total of debits",
  total_credits: "total of credits",
  total_due: "total due",
  subtotal: "subtotal",
  count: "number of rows",
};

/** One account's verdict in one line, with the sum behind it. */
export function verdictLine(account: StatementAccount): string {
  const sum = balanceSum(account);
  if (account.status === "unverifiable") return `${sum.text}: nothing printed proves it`;

  const wrong = account.checks.filter((check) => !isZero(check.difference));
  if (account.status === "reconciled") {
    if (sum.difference === 0n) return `${sum.text}: it adds up`;
    const proof = account.checks.find((check) => check.kind === "total_due") ?? account.checks[0];
    return proof ? `${agreement(proof)}: it adds up` : `${sum.text}: it adds up`;
  }
  const told: string[] = [];
  if (sum.difference !== undefined && sum.difference !== 0n) {
    const { printed, by } = sum;
    told.push(`${sum.text}, but ${printed} is printed: it does not add up, by ${by}`);
  }
  const rest = told.length > 0 ? wrong.filter((check) => check.kind !== "closing_balance") : wrong;
  told.push(...rest.slice(0, MOST_CONTRADICTIONS).map(contradiction));
  if (rest.length > MOST_CONTRADICTIONS) told.push(`and ${rest.length - MOST_CONTRADICTIONS} more`);
  if (told.length === 0) told.push(`${sum.text}: it does not add up`);
  return told.join("; ");
}

/** opening + credits − debits = closing, as far as they are known, and how far it is from the printed closing. */
function balanceSum(account: StatementAccount) {
  const { opening_balance: opening, closing_balance: closing, transactions } = account;
  const amounts = transactions.map((row) => row.amount);
  const decimals = decimalsOf([...amounts, opening ?? "0", closing ?? "0"]);
  const total = (type: "CREDIT" | "DEBIT") =>
    sumUnits(
      transactions.filter((row) => row.type === type).map((row) => row.amount),
      decimals,
    );
  const credits = total("CREDIT");
  const debits = total("DEBIT");
  const start = opening === null ? 0n : toUnits(opening, decimals);
  const end = start + credits - debits;
  const show = (units: bigint) => formatUnits(units, decimals);
  const text = `${opening === null ? "" : `${show(start)} + `}${show(credits)} \u2212 ${show(debits)} = ${show(end)}`;
  if (opening === null || closing === null) return { text };
  const difference = toUnits(closing, decimals) - end;
  const by = show(difference < 0n ? -difference : difference);
  return { text, difference, printed: formatAmount(closing), by };
}

function agreement({ kind, printed, computed }: Check): string {
  return `rows ${formatAmount(computed)} = ${NAMES[kind]} ${formatAmount(printed)}`;
}

function contradiction({ kind, printed, computed, difference, page }: Check): string {
  const where = page === null ? "" : ` on page ${page}`;
  const by = formatAmount(difference.replace("-", ""));
  return `${NAMES[kind]}${where}: ${formatAmount(printed)} is printed, the rows make ${formatAmount(computed)}, off by ${by}`;
}

function isZero(amount: string): boolean {
  return /^-?[0.]+$/.test(amount);
}
