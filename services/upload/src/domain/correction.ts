import { minorDigits } from "@finflow/money/currency";
import { parseDecimal } from "@finflow/money/decimal";
import { MoneyError } from "@finflow/money/money-error";
import { isCivilDate } from "./civil-date.ts";
import { isOneLine } from "./one-line.ts";
import type { Flow, PrintedRow, Side } from "./printed-row.ts";
import { invalidField } from "./upload-error.ts";

/** What a person changed of a row; what is undefined stays as it was extracted. */
export type Correction = {
  category?: string | undefined;
  flow?: Flow | undefined;
  date?: string | undefined;
  description?: string | undefined;
  type?: Side | undefined;
  /** Minor units. */
  amount?: bigint | undefined;
  removed: boolean;
};

export type Edit = {
  category?: string | undefined;
  flow?: Flow | undefined;
  date?: string | undefined;
  description?: string | undefined;
  type?: Side | undefined;
  /** A decimal string in the row's currency. */
  amount?: string | undefined;
  removed?: boolean | undefined;
};

export type CorrectedField = "date" | "description" | "type" | "amount" | "category" | "flow";
const correctable: readonly CorrectedField[] = ["date", "description", "type", "amount", "category", "flow"];

export const noCorrection: Correction = { removed: false };

/** Category and flow are opinions: to choose the extracted one is a choice that stands. */
const facts: readonly ("date" | "description" | "type" | "amount")[] = [
  "date",
  "description",
  "type",
  "amount",
];

/**
 * The correction after an edit. A fact set back to what was extracted is no correction any more.
 *
 * @throws UploadError `invalid_field`, naming it
 */
export function applyEdit(
  before: Correction,
  edit: Edit,
  extracted: Pick<PrintedRow, "date" | "description" | "type" | "amount">,
  currency: string,
): Correction {
  const after: Correction = { ...before };
  if (edit.category !== undefined) after.category = edit.category;
  if (edit.flow !== undefined) after.flow = edit.flow;
  if (edit.type !== undefined) after.type = edit.type;
  if (edit.removed !== undefined) after.removed = edit.removed;
  if (edit.date !== undefined) {
    if (!isCivilDate(edit.date)) throw invalidField("date", "must be a day that exists, as YYYY-MM-DD");
    after.date = edit.date;
  }
  if (edit.description !== undefined) {
    if (!isOneLine(edit.description)) {
      throw invalidField("description", "must be one line of text");
    }
    after.description = edit.description;
  }
  if (edit.amount !== undefined) after.amount = parseAmount(edit.amount, currency);
  for (const field of facts) if (after[field] === extracted[field]) delete after[field];
  return after;
}

export function correctedFields(correction: Correction): CorrectedField[] {
  return correctable.filter((field) => correction[field] !== undefined);
}

export function isSameCorrection(one: Correction, other: Correction): boolean {
  return one.removed === other.removed && correctable.every((field) => one[field] === other[field]);
}

export function isEmptyCorrection(correction: Correction): boolean {
  return isSameCorrection(correction, noCorrection);
}

function parseAmount(text: string, currency: string): bigint {
  try {
    return parseDecimal(text, minorDigits(currency));
  } catch (error) {
    if (error instanceof MoneyError) throw invalidField("amount", error.message.replace(/^amount /, ""));
    throw error;
  }
}
