import type { Money } from "@finflow/gen/finflow/type/v1/money_pb";
import { formatAmount } from "./format-amount.ts";

/** An amount with its currency; nothing where there is none. */
export function Amount({ money }: { money: Money | undefined }) {
  return <span className="amount">{money ? formatAmount(money.amount, money.currency) : ""}</span>;
}
