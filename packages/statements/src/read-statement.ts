import { readAccounts } from "./document/read-accounts.ts";
import { toLines } from "./layout/lines.ts";
import { type MarkedLine, markLine } from "./layout/marked-line.ts";
import { maxWords } from "./limits.ts";
import { closeDocument, type OpenDocument, openDocument } from "./pdf/document.ts";
import { withoutStrayRejections } from "./pdf/stray-rejections.ts";
import { type PageWords, readWords, type WrittenPage } from "./pdf/words.ts";
import { type ReadOptions, type Statement, StatementError, type Verdict } from "./statement.ts";

const worstFirst: readonly Verdict[] = ["discrepant", "unverifiable", "reconciled"];

/** Reads pages that have no text of their own from their pictures. */
export type PictureReader = {
  /** The largest picture in a page that is drawn, in pixels. */
  maxPixels: number;
  read(proxy: OpenDocument["proxy"], pages: readonly number[]): Promise<PictureWords[]>;
};

/** `isBlank`: nothing is drawn on the page, so there is nothing that could be missing. */
export type PictureWords = PageWords & { isBlank: boolean };

/**
 * Reads a PDF bank or card statement: its rows, and whether what is printed proves them. It holds the file and its
 * words in memory, opens no other file than pdf.js's own tables, and no connection.
 *
 * @param bytes the PDF; not changed
 * @param pictures for pages without text, which are left out otherwise (`ocr/read-scanned-statement` has one)
 * @throws StatementError with the reason: password_needed, wrong_password, unsupported_encryption, not_a_pdf,
 * damaged, too_large, too_many_pages, no_statement_found or scanned_without_text (pages without text were left out,
 * and there is no statement on the others); `internal` for anything else
 */
export function readStatement(
  bytes: Uint8Array,
  options: ReadOptions = {},
  pictures?: PictureReader,
): Promise<Statement> {
  return withoutStrayRejections(() => read(bytes, options, pictures));
}

async function read(
  bytes: Uint8Array,
  options: ReadOptions,
  pictures: PictureReader | undefined,
): Promise<Statement> {
  const document = await openDocument(bytes, options.password, pictures);
  try {
    const pages = await readPages(document);
    const withoutText = pages.filter(({ words }) => words.length === 0).map(({ page }) => page);
    if (!pictures || withoutText.length === 0) return interpret(document, pages, options);
    const seen = await pictures.read(document.proxy, withoutText);
    return interpretBoth(document, pages, seen, options);
  } catch (error) {
    if (error instanceof StatementError) throw error;
    throw new StatementError("internal", { cause: error });
  } finally {
    await closeDocument(document);
  }
}

async function readPages(document: OpenDocument): Promise<WrittenPage[]> {
  const read: WrittenPage[] = [];
  let words = 0;
  let unreadable = 0;
  for (let page = 1; page <= document.pages; page++) {
    const found = await readWords(document, page).catch((error: unknown) => {
      if (error instanceof StatementError) throw error;
      unreadable++;
      return { page, width: 0, height: 0, words: [], layer: [], text: "none" as const };
    });
    words += found.words.length;
    if (words > maxWords) throw new StatementError("too_large");
    read.push(found);
  }
  // A page that cannot be read would leave rows out without a trace.
  if (unreadable > 0) throw new StatementError("damaged");
  return read;
}

/**
 * Pages of text and pages of pictures together. What is recognised beside a statement that its own text proves (an
 * advertisement, say) does not cost it its proof: then the pictures are left out, and the warning says so.
 */
function interpretBoth(
  document: OpenDocument,
  pages: PageWords[],
  seen: PictureWords[],
  options: ReadOptions,
): Statement {
  const bySeen = new Map(seen.map((each) => [each.page, each]));
  const alone = seen.length < pages.length ? attempt(() => interpret(document, pages, options)) : undefined;
  const all = pages.map((page) => bySeen.get(page.page) ?? page);
  const together = attempt(() => interpret(document, all, options));
  if (alone && "value" in alone && alone.value.status === "reconciled") {
    if (!("value" in together) || together.value.status !== "reconciled") return alone.value;
  }
  if (!("value" in together)) throw together.error;
  const statement = together.value;
  const warnings = new Set(statement.warnings);
  const isMissing = ({ words, isBlank }: PictureWords) => words.length === 0 && !isBlank;
  if (!seen.some(isMissing)) warnings.delete("some_pages_without_text");
  if (seen.some(({ words }) => words.length > 0)) warnings.add("read_by_ocr");
  return { ...statement, warnings: [...warnings] };
}

function interpret(document: OpenDocument, pages: readonly PageWords[], options: ReadOptions): Statement {
  const lines: MarkedLine[] = [];
  for (const page of pages) for (const line of toLines(page)) lines.push(markLine(line, lines.length));
  const isComplete = pages.every(({ words }) => words.length > 0);
  const { accounts, warnings } = readAccounts(lines, document.created, options);
  if (accounts.length === 0)
    throw new StatementError(isComplete ? "no_statement_found" : "scanned_without_text");
  if (!isComplete) warnings.add("some_pages_without_text");
  const status = worstFirst.find((verdict) => accounts.some((account) => account.status === verdict))!;
  return { status, accounts, pages: document.pages, warnings: [...warnings] };
}

function attempt<Value>(work: () => Value): { value: Value } | { error: unknown } {
  try {
    return { value: work() };
  } catch (error) {
    return { error };
  }
}
