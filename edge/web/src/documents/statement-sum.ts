import type { Statement } from "@finflow/gen/finflow/type/v1/statement_pb";
import { formatMinor, parseDecimal } from "@finflow/money/decimal";
import { formatAmount, groupThousands } from "../format-amount.ts";

type Summed = Pick<
  Statement,
  "currency" | "openingBalance" | "closingBalance" | "totalCredit" | "totalDebit" | "checks"
>;

/**
 * What a statement's rows come to beside what it prints, as a person would write it down:
 * "GBP 4,210.00 + 3,000.00 − 2,875.40 = 4,334.60". Where the two differ, it says both.
 */
export function sumOf({
  currency,
  openingBalance,
  closingBalance,
  totalCredit,
  totalDebit,
  checks,
}: Summed): string {
  const [credit, debit] = [groupThousands(totalCredit), groupThousands(totalDebit)];
  if (openingBalance !== undefined && closingBalance !== undefined) {
    const texts = [openingBalance, totalCredit, totalDebit, closingBalance];
    const digits = Math.max(...texts.map((text) => text.split(".")[1]?.length ?? 0));
    const minor = texts.map((text) => parseDecimal(text, digits));
    const [opening, inwards, outwards, closing] = minor as [bigint, bigint, bigint, bigint];
    // A card's balance is what is owed: what is spent makes it grow.
    const isOwed = opening + inwards - outwards !== closing && opening - inwards + outwards === closing;
    const result = isOwed ? closing : opening + inwards - outwards;
    const sum = isOwed ? `+ ${debit} − ${credit}` : `+ ${credit} − ${debit}`;
    const given = groupThousands(formatMinor(result, digits));
    const printed = result === closing ? "" : `, but ${groupThousands(closingBalance)} is printed`;
    return `${formatAmount(openingBalance, currency)} ${sum} = ${given}${printed}`;
  }
  const due = checks.find(({ kind }) => kind === "total_due");
  if (due)
    return `${currency} ${debit} − ${credit} = ${groupThousands(due.computed)}, and ${groupThousands(due.printed)} is printed as due`;
  return `${currency} ${credit} in, ${debit} out`;
}
