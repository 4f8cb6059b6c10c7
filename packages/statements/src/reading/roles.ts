import { maxReadings } from "../limits.ts";
import type { ColumnModel } from "../table/columns.ts";
import type { ColumnRole } from "../vocabulary/vocabulary.ts";

export type MoneyRole = "debit" | "credit" | "amount" | "balance" | "ignored";

/** What each column holds, and how far that is from what the header says (0: just that). */
export type RoleChoice = { roles: MoneyRole[]; cost: number; contradictsHeader: boolean };

/** Every sensible meaning of the columns, the header's own first. */
export function roleChoices(model: ColumnModel): RoleChoice[] {
  const choices: RoleChoice[] = [];
  const { count, headed } = model;
  const columns = Array.from({ length: count }, (_, index) => index);
  for (const balance of [null, ...columns]) {
    for (const first of columns) {
      if (first === balance) continue;
      choices.push(choose(headed, { balance, amount: first }));
      for (const second of columns) {
        if (second === first || second === balance) continue;
        choices.push(choose(headed, { balance, debit: first, credit: second }));
      }
    }
    // One side only: a card's purchases, or a month without money in. Only a heading can say so.
    for (const only of columns) {
      if (only === balance) continue;
      if (headed[only] === "debit") choices.push(choose(headed, { balance, debit: only }));
      if (headed[only] === "credit") choices.push(choose(headed, { balance, credit: only }));
    }
  }
  return choices.sort((a, b) => a.cost - b.cost).slice(0, maxReadings);
}

type Places = { balance: number | null; amount?: number; debit?: number; credit?: number };

function choose(headed: readonly (ColumnRole | null)[], places: Places): RoleChoice {
  const roles: MoneyRole[] = headed.map((_, column) => {
    if (column === places.balance) return "balance";
    if (column === places.amount) return "amount";
    if (column === places.debit) return "debit";
    return column === places.credit ? "credit" : "ignored";
  });
  let cost = 0;
  let contradictsHeader = false;
  for (const [column, role] of roles.entries()) {
    const said = headed[column] ?? null;
    if (said === role || (said === "other" && role === "ignored")) continue;
    if (said === null) cost += costWithoutHeading(role, column, roles);
    else {
      cost += role === "ignored" ? 6 : said === "other" ? 4 : 8;
      // A column of one side read as an amount of open side contradicts nothing yet; the other side does.
      contradictsHeader ||=
        (said === "debit" && role === "credit") || (said === "credit" && role === "debit");
    }
  }
  return { roles, cost, contradictsHeader };
}

/** Most papers have the balance last, money out before money in, and no figures without use. */
function costWithoutHeading(role: MoneyRole, column: number, roles: readonly MoneyRole[]): number {
  if (role === "ignored") return 3;
  if (role === "balance") return column === roles.length - 1 ? 1 : 2;
  if (role === "amount") return 1;
  const other = roles.indexOf(role === "debit" ? "credit" : "debit");
  if (other < 0) return 3;
  return role === "debit" ? (column < other ? 1 : 1.5) : 1;
}
