import { ofCutPages } from "./document/cut-pages.ts";
import { readHalved } from "./document/papers/halved-sheets.ts";
import { ofPapers } from "./document/papers/of-papers.ts";
import { papersOf } from "./document/papers/paper-starts.ts";
import { readDocument } from "./document/read-document.ts";
import { readListed } from "./formats/read-listed.ts";
import { alignPages } from "./layout/align-pages.ts";
import { toLines } from "./layout/lines.ts";
import { type MarkedLine, markLine } from "./layout/marked-line.ts";
import { withNumbersApart } from "./layout/marked-thousands.ts";
import { maxWords } from "./limits.ts";
import { withPictures } from "./ocr/with-pictures.ts";
import type { PictureWords } from "./ocr/words/page-words.ts";
import { closeDocument, type OpenDocument, openDocument } from "./pdf/document.ts";
import { withoutStrayRejections } from "./pdf/stray-rejections.ts";
import { type PageWords, readWords, type WrittenPage } from "./pdf/words.ts";
import { type ReadOptions, type Statement, StatementError, type Verdict } from "./statement.ts";

/** pdf.js keeps every text that it has seen in a font, for the next time; of this many pages that is 4 MB. */
const pagesBetweenCleanups = 100;

const worstFirst: readonly Verdict[] = ["discrepant", "unverifiable", "reconciled"];

/** Reads pages that have no text of their own from their pictures. */
export type PictureReader = {
  /** The largest picture in a page that is drawn, in pixels. */
  maxPixels: number;
  read(proxy: OpenDocument["proxy"], pages: readonly number[]): Promise<PictureWords[]>;
};

/**
 * Reads a bank or card statement (PDF, CAMT.053, OFX or CSV): its rows, and whether what is printed proves them. It
 * holds the file and its words in memory, opens no other file than pdf.js's own tables, and no connection.
 *
 * @param bytes the file; not changed
 * @param pictures for pages without text, which are left out otherwise (`ocr/read-scanned-statement` has one)
 * @throws StatementError with the reason: password_needed, wrong_password, unsupported_encryption, not_a_pdf,
 * unsupported_format, damaged, too_large, too_many_pages, no_statement_found or scanned_without_text (pages without
 * text were left out, and there is no statement on the others); `internal` for anything else
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
  const listed = readListed(bytes, options);
  if (listed) return listed;
  const document = await openDocument(bytes, options.password, pictures);
  try {
    const pages = await readPages(document);
    const isUnread = ({ words, text }: WrittenPage) => words.length === 0 && text !== "blank";
    const unread = pages.filter(isUnread).map(({ page }) => page);
    if (!pictures || unread.length === 0) return interpret(document, pages, unread.length, options);
    const seen = await pictures.read(document.proxy, unread);
    return withPictures(pages, seen, (all, missing) => interpret(document, all, missing, options));
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
    if (page % pagesBetweenCleanups === 0) await document.proxy.cleanup();
  }
  // A page that cannot be read would leave rows out without a trace.
  if (unreadable > 0) throw new StatementError("damaged");
  return read;
}

/** @param missing how many pages could not be read */
function interpret(
  document: OpenDocument,
  pages: readonly PageWords[],
  missing: number,
  options: ReadOptions,
): Statement {
  const statement = readHalved(pages, (sheets) => interpretPapers(document, sheets, missing, options));
  return ofCutPages(statement, pages);
}

function interpretPapers(
  document: OpenDocument,
  pages: readonly PageWords[],
  missing: number,
  options: ReadOptions,
): Statement {
  const lines = markedLines(pages);
  const whole = interpretLines(document, lines, missing, options);
  // What is not proven as a whole may contradict its parts: those of one make are not told apart by what they say.
  const filled = new Set(whole.accounts.flatMap(({ transactions }) => transactions.map(({ page }) => page)));
  for (const papers of papersOf(pages, whole.status === "reconciled" ? lines : [], filled)) {
    const read = papers.flatMap((paper) => interpretPaper(document, paper, missing, options));
    const best = ofPapers(whole, read);
    if (best !== whole) return best;
  }
  return whole;
}

/** What a paper says by itself; nothing where it has no rows, as terms have none, which need no proof. */
function interpretPaper(
  document: OpenDocument,
  pages: readonly PageWords[],
  missing: number,
  options: ReadOptions,
): Statement[] {
  try {
    return [interpretLines(document, markedLines(pages), missing, options)];
  } catch (error) {
    if (error instanceof StatementError) return [];
    throw error;
  }
}

function markedLines(pages: readonly PageWords[]): MarkedLine[] {
  const lines: MarkedLine[] = [];
  const printed = pages.map((page) => ({ width: page.width, lines: toLines(page) }));
  for (const line of withNumbersApart(alignPages(printed))) lines.push(markLine(line, lines.length));
  return lines;
}

function interpretLines(
  document: OpenDocument,
  lines: readonly MarkedLine[],
  missing: number,
  options: ReadOptions,
): Statement {
  const { accounts, warnings } = readDocument(lines, document.created, options);
  if (accounts.length === 0)
    throw new StatementError(missing > 0 ? "scanned_without_text" : "no_statement_found");
  if (missing > 0) warnings.add("some_pages_without_text");
  const status = worstFirst.find((verdict) => accounts.some((account) => account.status === verdict))!;
  return { status, accounts, pages: document.pages, warnings: [...warnings] };
}
