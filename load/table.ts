/** Prints rows as a Markdown table, numbers to the right. */
export function printTable(rows: readonly Record<string, string | number>[]): void {
  const columns = Object.keys(rows[0] ?? {});
  const cells = rows.map((row) => columns.map((column) => String(row[column] ?? "")));
  const widths = columns.map((column, at) => Math.max(column.length, ...cells.map((row) => row[at]!.length)));
  const isNumber = columns.map((column) => rows.every((row) => typeof row[column] === "number"));
  const line = (texts: readonly string[]) =>
    `| ${texts.map((text, at) => (isNumber[at] ? text.padStart(widths[at]!) : text.padEnd(widths[at]!))).join(" | ")} |`;
  console.log(line(columns));
  console.log(
    `| ${widths.map((width, at) => (isNumber[at] ? `${"-".repeat(width - 1)}:` : "-".repeat(width))).join(" | ")} |`,
  );
  for (const row of cells) console.log(line(row));
}

export function rounded(value: number, digits = 1): number {
  return Number(value.toFixed(digits));
}
