/**
 * `part` of `whole` in percent with two decimals, halves away from zero (33.335 is 33.34), as people round.
 * The division is exact; only the result, at most a few digits, becomes a number. Of a whole of 0 it is 0.
 */
export function percentage(part: bigint, whole: bigint): number {
  if (whole === 0n) return 0;
  const negative = part < 0n !== whole < 0n;
  const [numerator, denominator] = [magnitude(part) * 10_000n, magnitude(whole)];
  const hundredths = (2n * numerator + denominator) / (2n * denominator);
  return Number(negative ? -hundredths : hundredths) / 100;
}

/**
 * The parts of a whole in percent, for a chart or a table whose column people add up: two decimals each,
 * and together exactly 100.00. Each is its share rounded down; the hundredths left over go to the largest
 * remainders (Hamilton's method), earlier parts first where remainders are equal. So a share can stand
 * 0.01 away from what `percentage` says of the same part: show one or the other, not both.
 *
 * Negative parts have no share in a whole and are refused; if all are 0, so are the shares.
 * @throws RangeError for a negative part
 */
export function shares(parts: readonly bigint[]): number[] {
  if (parts.some((part) => part < 0n)) throw new RangeError("a part of a whole must not be negative");
  const whole = parts.reduce((sum, part) => sum + part, 0n);
  if (whole === 0n) return parts.map(() => 0);
  const hundredths = parts.map((part) => (part * 10_000n) / whole);
  const missing = 10_000n - hundredths.reduce((sum, share) => sum + share, 0n);
  const byRemainder = parts
    .map((part, index) => ({ index, remainder: (part * 10_000n) % whole }))
    .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1));
  for (const { index } of byRemainder.slice(0, Number(missing))) hundredths[index]! += 1n;
  return hundredths.map((share) => Number(share) / 100);
}

function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value;
}
