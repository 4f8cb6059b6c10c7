import type { Cut, PageWords } from "../pdf/words.ts";
import type { Statement, StatementAccount, StatementRow } from "../statement.ts";

/** Points by which the box of a row's words may be smaller than these. */
const tolerance = 1;

/**
 * A statement whose rows lost letters to the edge of the page, or of a cell: "2/03/2024" may be the rest of a date, and what was
 * printed beyond is not known. No sum sees a date, and what is gone may be the date that counts.
 */
export function ofCutPages(statement: Statement, pages: readonly PageWords[]): Statement {
  const cuts = new Map(
    pages.flatMap(({ page, cuts = [] }) => (cuts.length > 0 ? [[page, cuts] as const] : [])),
  );
  if (cuts.size === 0 || statement.status !== "reconciled") return statement;
  const isCut = (row: StatementRow) => {
    const own = cuts.get(row.page) ?? [];
    return own.some((cut) => cutsRow(cut, row)) || losesBeginning(own, row);
  };
  const accounts = statement.accounts.map((account) =>
    account.transactions.some(isCut) ? unproven(account) : account,
  );
  const isProven = accounts.every(({ status }) => status === "reconciled");
  return { ...statement, status: isProven ? "reconciled" : "unverifiable", accounts };
}

/** Whether a row lost letters before what is left, or digits behind what it ends with: a text may be cut short by its cell. */
function cutsRow({ box: [x, y, width, height], side, text }: Cut, { box }: StatementRow): boolean {
  const [left, top] = [box[0] - tolerance, box[1] - tolerance];
  const [right, bottom] = [box[0] + box[2] + tolerance, box[1] + box[3] + tolerance];
  if (x < left || y < top || x + width > right || y + height > bottom) return false;
  return side === "before" || (/\d/.test(text) && x + width > right - 2 * tolerance);
}

/** Of fewer words that are cut the page may be whole. */
const fewestCuts = 2;

/** Whether the page lost what stands left of its rows: its title, its address. A column of dates may have gone with it. */
function losesBeginning(cuts: readonly Cut[], { box: [left] }: StatementRow): boolean {
  return cuts.filter(({ side, box }) => side === "before" && box[0] < left + tolerance).length >= fewestCuts;
}

function unproven(account: StatementAccount): StatementAccount {
  return { ...account, status: "unverifiable" };
}
