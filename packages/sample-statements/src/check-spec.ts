import { isCurrency } from "@finflow/money/currency";
import { isCivilDate } from "./civil-date.ts";
import { type Layout, layouts } from "./layouts.ts";
import { currencySymbol } from "./printed-amount.ts";
import { type AccountSpec, type Mistake, SpecError, type StatementSpec } from "./statement-spec.ts";
import { printedAccount } from "./truth.ts";

/** Windows-1252 without control characters: what the standard fonts of PDF can write. */
const printable = /^[\n\x20-\x7e\xa0-\xff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]+$/;

/**
 * Refuses what could not be printed truthfully, so that the truth beside a file always holds.
 * @throws SpecError with the path of the first field that is wrong
 */
export function checkSpec(spec: StatementSpec): void {
  const layout: Layout | undefined = layouts[spec.layout];
  if (!layout) throw new SpecError("layout", "must be one of the layouts");
  checkText("institution", spec.institution);
  if (spec.created !== undefined) checkDate("created", spec.created);
  if (spec.password === "") throw new SpecError("password", "must not be empty");
  if (spec.encryption && spec.password === undefined) throw new SpecError("encryption", "needs a password");
  if (spec.accounts.length === 0) throw new SpecError("accounts", "must not be empty");
  spec.accounts.forEach((account, index) => {
    checkAccount(account, layout, `accounts[${index}]`);
    if (spec.currencyPrinted === "symbol" && currencySymbol(account.currency) === undefined) {
      throw new SpecError(`accounts[${index}].currency`, "has no symbol here; print its code");
    }
  });
  if (spec.mistake) checkMistake(spec.mistake, spec, layout);
}

function checkAccount(account: AccountSpec, layout: Layout, path: string): void {
  checkText(`${path}.number`, account.number);
  if (!isCurrency(account.currency)) throw new SpecError(`${path}.currency`, "must be an ISO 4217 code");
  checkDate(`${path}.period.from`, account.period.from);
  checkDate(`${path}.period.to`, account.period.to);
  if (account.period.from > account.period.to)
    throw new SpecError(`${path}.period.to`, "must not precede from");
  if (layout.proof !== "balances" && account.opening !== 0n) {
    throw new SpecError(`${path}.opening`, "must be 0 where no balances are printed");
  }
  let previous = account.period.from;
  account.rows.forEach((row, index) => {
    const field = `${path}.rows[${index}]`;
    checkDate(`${field}.date`, row.date);
    checkText(`${field}.description`, row.description);
    if (row.date < previous || row.date > account.period.to) {
      throw new SpecError(`${field}.date`, "must lie in the period, oldest first");
    }
    if (row.amount === 0n && layout.side === "minus") {
      throw new SpecError(`${field}.amount`, "must not be 0 where only a minus tells the side");
    }
    previous = row.date;
  });
}

function checkMistake(mistake: Mistake, spec: StatementSpec, layout: Layout): void {
  const account = spec.accounts[mistake.account];
  if (!account) throw new SpecError("mistake.account", "must be the index of an account");
  if (layout.proof === "nothing") throw new SpecError("mistake", "cannot show where nothing proves the rows");
  if (mistake.kind !== "missing_row" && mistake.by === 0n) throw new SpecError("mistake.by", "must not be 0");
  if (mistake.kind === "closing") return;
  const row = printedAccount(account, layout, undefined).rows[mistake.row];
  if (!row) throw new SpecError("mistake.row", "must be the index of a row");
  if (mistake.kind === "balance" && row.balance === null) {
    throw new SpecError("mistake.row", "must be a row that prints a balance");
  }
  if (mistake.kind === "missing_row" && row.amount === 0n) {
    throw new SpecError("mistake.row", "must be a row that moves the balance");
  }
}

function checkText(field: string, text: string): void {
  if (!printable.test(text) || text.trim() === "") {
    throw new SpecError(field, "must be text of Windows-1252, not empty");
  }
}

function checkDate(field: string, text: string): void {
  if (!isCivilDate(text)) throw new SpecError(field, "must be a date such as 2025-06-30");
}
