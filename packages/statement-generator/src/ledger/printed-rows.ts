import type { Dimensions } from "../dimensions.ts";
import type { Random } from "../random.ts";
import type { Printed, PrintedRow } from "../statement-spec.ts";
import type { LedgerRow } from "./rows.ts";

type Input = { dimensions: Dimensions; rows: readonly LedgerRow[]; opening: bigint };

/** What a bank prints of a ledger: its balances at some rows, its ends and totals at some places. */
export function printRows(random: Random, { dimensions, rows, opening }: Input): Printed {
  const direction = dimensions.kind === "card" ? -1 : 1;
  let balance = opening;
  const printed = rows.map((row, index): PrintedRow => {
    balance += row.amount * BigInt(direction);
    const lastOfDay = rows[index + 1]?.date !== row.date;
    const shown =
      dimensions.balance === "each row" ||
      (dimensions.balance === "each day" && lastOfDay) ||
      (dimensions.balance === "sparse" && random.chance(0.15));
    return {
      ...row,
      text: [...row.text],
      balance: shown ? balance : null,
      section: dimensions.sections === "none" ? null : row.section,
    };
  });
  if (dimensions.order === "newest first") printed.reverse();
  const sum = (side: 1n | -1n) =>
    rows.reduce((total, { amount }) => (amount * side > 0n ? total + amount * side : total), 0n);
  return {
    rows: dimensions.sections === "none" ? printed : bySection(printed),
    opening: dimensions.opening === "nowhere" ? null : opening,
    closing: dimensions.closing === "nowhere" ? null : balance,
    totals: dimensions.totals === "none" ? null : { debits: sum(-1n), credits: sum(1n) },
    count: dimensions.totals === "with a count" ? rows.length : null,
    direction,
    swapped: false,
  };
}

function bySection(rows: readonly PrintedRow[]): PrintedRow[] {
  return (["in", "out", "fees", "first holder", "second holder"] as const).flatMap((section) =>
    rows.filter((row) => row.section === section),
  );
}
