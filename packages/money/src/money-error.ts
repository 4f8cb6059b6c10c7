/**
 * What can be wrong with an amount or a currency:
 * - `not_a_decimal`: anything but an optional minus, digits without leading zeros, and a point with digits.
 * - `too_many_decimals`: a decimal beyond the currency's minor unit that is not zero.
 * - `too_large`: outside the signed 64 bits that the stores hold.
 * - `unknown_currency`: not a code of ISO 4217, upper case.
 */
export type MoneyErrorReason = "not_a_decimal" | "too_many_decimals" | "too_large" | "unknown_currency";

export class MoneyError extends Error {
  readonly reason: MoneyErrorReason;

  /** The message never holds the refused text: it may come from a statement, and messages reach logs. */
  constructor(reason: MoneyErrorReason, message: string) {
    super(message);
    this.name = "MoneyError";
    this.reason = reason;
  }
}
