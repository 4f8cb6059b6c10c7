/**
 * An amount as people read it: grouped by thousands, its currency before it. The digits stay those of the
 * decimal string; no number is made of it.
 */
export function formatAmount(amount: string, currency: string): string {
  return `${currency} ${groupThousands(amount)}`;
}

/** A decimal string with its thousands apart and a real minus; anything else as it is. */
export function groupThousands(amount: string): string {
  const [, sign, whole, rest] = /^(-?)(\d+)(\.\d+)?$/.exec(amount) ?? [];
  if (whole === undefined) return amount;
  return `${sign ? "−" : ""}${whole.replace(/\B(?=(\d{3})+$)/g, ",")}${rest ?? ""}`;
}
