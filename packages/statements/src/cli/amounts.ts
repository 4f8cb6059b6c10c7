/** Sums of decimal strings, exact: no amount ever becomes a floating-point number. */

/** How many decimals the most precise of some decimal strings has. */
export function decimalsOf(amounts: readonly string[]): number {
  return amounts.reduce((most, amount) => Math.max(most, amount.split(".")[1]?.length ?? 0), 0);
}

/** "12.5" with 2 decimals is 1250n. It never has more decimals than asked for. */
export function toUnits(amount: string, decimals: number): bigint {
  const [whole = "", fraction = ""] = amount.split(".");
  return BigInt(whole + fraction.padEnd(decimals, "0"));
}

export function sumUnits(amounts: readonly string[], decimals: number): bigint {
  return amounts.reduce((sum, amount) => sum + toUnits(amount, decimals), 0n);
}

/** 123456n with 2 decimals is "1,234.56"; a minus sign is the typographical one, as wide as a plus. */
export function formatUnits(units: bigint, decimals: number): string {
  const digits = (units < 0n ? -units : units).toString().padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals).replace(/\B(?=(\d{3})+$)/g, ",");
  const fraction = decimals > 0 ? `.${digits.slice(-decimals)}` : "";
  return `${units < 0n ? "\u2212" : ""}${whole}${fraction}`;
}

/** "-1234.5" as "−1,234.5": the same digits for people. */
export function formatAmount(amount: string): string {
  const decimals = decimalsOf([amount]);
  return formatUnits(toUnits(amount, decimals), decimals);
}
