import type { PageWords } from "../pdf/words.ts";
import type { Statement, StatementAccount, StatementRow } from "../statement.ts";

/** Of more parts than people put together a file is one paper, whose program begins anew with each page. */
const mostPapers = 12;

/** So many rows on pages of which no row was read are a statement of their own, whatever it proves. */
const fewestRows = 5;

/** Points by which sheets of one size differ. */
const tolerance = 3;

/**
 * The pages of a file parted into papers: where no font of the pages before is used again, or the sheet has another size, another
 * program may have gone on, as in a file that was put together of several. Some programs begin anew with each page, and
 * sheets may be of two sizes: only reading tells.
 */
export function papersOf<Page extends PageWords>(pages: readonly Page[]): Page[][] {
  const papers: { fonts: Set<string>; pages: Page[] }[] = [];
  for (const page of pages) {
    const fonts = fontsOf(page);
    const last = papers.at(-1);
    const isOfFonts =
      last && (fonts.size === 0 || last.fonts.size === 0 || !fonts.isDisjointFrom(last.fonts));
    const goesOn = isOfFonts && (fonts.size === 0 || isOfSize(page, last.pages[0]!));
    if (goesOn) {
      last.pages.push(page);
      for (const font of fonts) last.fonts.add(font);
    } else papers.push({ fonts, pages: [page] });
  }
  return papers.length > mostPapers ? [[...pages]] : papers.map(({ pages: own }) => own);
}

/** Most words have the font of the one before. */
function fontsOf({ words }: PageWords): Set<string> {
  const fonts = new Set<string>();
  let last: string | undefined;
  for (const { font } of words) {
    if (font !== last) fonts.add(font);
    last = font;
  }
  return fonts;
}

/** Whether two sheets are of one size, upright or on their side. */
function isOfSize(one: PageWords, other: PageWords): boolean {
  const sides = ({ width, height }: PageWords) => [width, height].sort((a, b) => a - b);
  const [a, b] = [sides(one), sides(other)];
  return a.every((side, at) => Math.abs(side - b[at]!) < tolerance);
}

/**
 * What is read of a file as a whole, or of each of its papers by itself: where the whole adds up though it leaves out all rows of
 * a paper, or reads some otherwise than a paper that proves them, its papers count if they say all that it says; else it
 * is not proven. A whole that does not add up is parted only where the papers prove all their rows and are of other accounts
 * by their numbers: pages of one statement that each add up may lack one between them.
 *
 * @param papers what each paper says by itself, but for those that hold no statement
 */
export function ofPapers(whole: Statement, papers: readonly Statement[]): Statement {
  const areProven = papers.every(isProven);
  const isLeftOut = papers.some((paper) => leavesOut(whole, paper));
  const isOther = papers.some((paper) => isProven(paper) && !holds(whole, paper));
  if (whole.status !== "reconciled") {
    return areProven && areOfOthers(papers) && areWhole(whole, papers) ? together(whole, papers) : whole;
  }
  if (!isLeftOut && !isOther) return whole;
  const mayCount = areProven || (isLeftOut && papers.every(({ status }) => status !== "discrepant"));
  if (mayCount && areWhole(whole, papers)) return together(whole, papers);
  return { ...whole, status: "unverifiable", accounts: whole.accounts.map(unproven) };
}

/** Whether no row was read on any page on which a paper has its rows. */
function leavesOut(whole: Statement, paper: Statement): boolean {
  const own = rowsOf(paper);
  const pages = new Set(own.map(({ page }) => page));
  return own.length >= fewestRows && !rowsOf(whole).some(({ page }) => pages.has(page));
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

function isProven({ status, warnings }: Statement): boolean {
  return status === "reconciled" && !warnings.includes("year_assumed");
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
