import type { Money } from "@finflow/gen/finflow/type/v1/money_pb";

/**
 * An amount as people read it: grouped by thousands, its currency beside it. The digits stay those of the
 * decimal string; no number is made of it.
 */
export function formatAmount(amount: string, currency: string): string {
  return `${currency} ${groupThousands(amount)}`;
}

export function groupThousands(amount: string): string {
  const [, sign = "", whole = "", rest = ""] = /^(-?)(\d+)(.*)$/.exec(amount) ?? [];
  return `${sign && "−"}${whole.replace(/\B(?=(\d{3})+$)/g, ",")}${rest}`;
}

export function Amount({ money }: { money: Money | undefined }) {
  return <span className="amount">{money ? formatAmount(money.amount, money.currency) : ""}</span>;
}
