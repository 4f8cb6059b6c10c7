/** How a number is grouped and where its decimals begin, named by how it looks. */
export const numberStyles = {
  "1,234.56": { group: ",", decimal: "." },
  "1.234,56": { group: ".", decimal: "," },
  "1 234,56": { group: " ", decimal: "," },
  "1 234.56": { group: " ", decimal: "." },
  "1'234.56": { group: "'", decimal: "." },
  "12,34,567.89": { group: "indian", decimal: "." },
  "1234.56": { group: "", decimal: "." },
  "1234,56": { group: "", decimal: "," },
} as const;

export type NumberStyle = keyof typeof numberStyles;

/** The size of an amount in minor units, without a sign. */
export function printNumber(minor: bigint, digits: number, style: NumberStyle): string {
  const { group, decimal } = numberStyles[style];
  const text = (minor < 0n ? -minor : minor).toString().padStart(digits + 1, "0");
  const whole = digits === 0 ? text : text.slice(0, -digits);
  const fraction = digits === 0 ? "" : `${decimal}${text.slice(-digits)}`;
  const grouped =
    group === "indian"
      ? whole.replace(/\B(?=(\d{2})*\d{3}$)/g, ",")
      : whole.replace(/\B(?=(\d{3})+$)/g, group);
  return grouped + fraction;
}
