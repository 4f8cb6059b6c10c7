import type { Statement, StatementAccount, StatementRow, Warning } from "../../statement.ts";

/** So many rows on pages of which no row was read are a statement of their own, whatever it proves. */
const fewestRows = 5;

/**
 * What is read of a file as a whole, or of each of its papers by itself: where the whole adds up though it leaves out all rows of
 * a paper, or reads some otherwise than a paper that proves them, its papers count if they say all that it says; else it
 * is not proven. A whole that does not add up is parted only where the papers prove all their rows and are of other accounts
 * by their numbers: pages of one statement that each add up may lack one between them.
 *
 * @param papers what each paper says by itself, but for those that hold no statement
 */
export function ofPapers(whole: Statement, papers: readonly Statement[]): Statement {
  const isProven = ({ status, warnings }: Statement) =>
    status === "reconciled" && (!assumesYear(warnings) || assumesYear(whole.warnings));
  const areProven = papers.every(isProven);
  const isLeftOut = papers.some((paper) => leavesOut(whole, paper));
  const isOther = papers.some((paper) => isProven(paper) && !holds(whole, paper));
  if (whole.status !== "reconciled") {
    return areProven && areOfOthers(papers) && areWhole(whole, papers) ? together(whole, papers) : whole;
  }
  if (!isLeftOut && !isOther)
    return papers.some((paper) => isDatedByOther(whole, paper)) ? assumed(whole) : whole;
  const mayCount = areProven || (isLeftOut && papers.every(({ status }) => status !== "discrepant"));
  if (mayCount && areWhole(whole, papers)) return together(whole, papers);
  return { ...whole, status: "unverifiable", accounts: whole.accounts.map(unproven) };
}

/** Whether no row was read on any page on which a paper has its rows: some that add up, or many. */
function leavesOut(whole: Statement, paper: Statement): boolean {
  const own = rowsOf(paper);
  const pages = new Set(own.map(({ page }) => page));
  const isPaper = paper.status === "reconciled" ? own.length > 0 : own.length >= fewestRows;
  return isPaper && !rowsOf(whole).some(({ page }) => pages.has(page));
}

/** Whether the whole has all rows of a paper, read as they are there. */
function holds(whole: Statement, paper: Statement): boolean {
  const read = new Set(rowsOf(whole).map(saidBy));
  return rowsOf(paper).every((row) => read.has(saidBy(row)));
}

/** Whether there are several papers, which have as many rows as the whole at least. */
function areWhole(whole: Statement, papers: readonly Statement[]): boolean {
  const rows = papers.reduce((sum, paper) => sum + rowsOf(paper).length, 0);
  return papers.length > 1 && rows >= rowsOf(whole).length;
}

function together(whole: Statement, papers: readonly Statement[]): Statement {
  return {
    ...whole,
    status: papers.every(({ status }) => status === "reconciled") ? "reconciled" : "unverifiable",
    accounts: papers.flatMap(({ accounts }) => accounts),
    warnings: [...new Set(papers.flatMap(({ warnings }) => warnings))],
  };
}

/** Whether each paper names its accounts by numbers, and no two papers the same. */
function areOfOthers(papers: readonly Statement[]): boolean {
  const numbers = papers.map(({ accounts }) => accounts.map((account) => account.account_number));
  const all = numbers.flatMap((own) => [...new Set(own)]);
  return !all.includes(null) && new Set(all).size === all.length;
}

function assumesYear(warnings: readonly Warning[]): boolean {
  return warnings.includes("year_assumed");
}

/**
 * Whether the whole knows the years of a paper's rows only from the period of another paper: the rows are not in it, or add up
 * with other years by themselves.
 */
function isDatedByOther(whole: Statement, paper: Statement): boolean {
  if (!assumesYear(paper.warnings) || assumesYear(whole.warnings)) return false;
  if (paper.status === "reconciled" && !holds(whole, paper)) return true;
  const pages = new Set(rowsOf(paper).map(({ page }) => page));
  return whole.accounts.some(
    ({ period, transactions }) =>
      period &&
      transactions.length > 0 &&
      transactions.every(({ page, date }) => pages.has(page) && (date < period.from || date > period.to)),
  );
}

function assumed(whole: Statement): Statement {
  return { ...whole, warnings: [...whole.warnings, "year_assumed"] };
}

function rowsOf({ accounts }: Statement): StatementRow[] {
  return accounts.flatMap(({ transactions }) => transactions);
}

function saidBy({ page, box, date, type, amount }: StatementRow): string {
  return [page, box[1], date, type, amount].join(" ");
}

function unproven(account: StatementAccount): StatementAccount {
  return account.status === "reconciled" ? { ...account, status: "unverifiable" } : account;
}
