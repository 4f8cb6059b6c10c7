/**
 * - `bad_filter`: a field says what cannot be meant; `violation` names it
 * - `bad_page`: a page token that is not ours, or is of another list
 * - `too_far`: a numbered page past the rows that can be counted through
 */
export type AnalyticsErrorReason = "bad_filter" | "bad_page" | "too_far";

/** What a caller got wrong; `field` is the contract's name of it in JSON. */
export type Violation = { field: string; problem: string };

export class AnalyticsError extends Error {
  readonly reason: AnalyticsErrorReason;
  readonly violation: Violation;

  constructor(reason: AnalyticsErrorReason, violation: Violation) {
    super(reason);
    this.name = "AnalyticsError";
    this.reason = reason;
    this.violation = violation;
  }
}
