import assert from "node:assert/strict";

const shown = 20;

/** Whether both have the same lines equally often, in whatever order; if not, which are missing and which too many. */
export function assertSameLines(
  actual: readonly string[],
  expected: readonly string[],
  message: string,
): void {
  const missing = without(expected, actual);
  const surplus = without(actual, expected);
  if (missing.length + surplus.length === 0) return;
  const part = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? "" : `\n${title} (${lines.length}):\n  ${lines.slice(0, shown).join("\n  ")}`;
  assert.fail(
    `${message}: ${actual.length} lines, not ${expected.length}${part("missing", missing)}${part("not expected", surplus)}`,
  );
}

/** What is left of `lines` when each of `others` takes one equal line away. */
function without(lines: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const line of others) left.set(line, (left.get(line) ?? 0) + 1);
  return lines
    .filter((line) => {
      const count = left.get(line) ?? 0;
      left.set(line, count - 1);
      return count <= 0;
    })
    .toSorted();
}
