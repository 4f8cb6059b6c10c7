import { readAccounts } from "./document/read-accounts.ts";
import { toLines } from "./layout/lines.ts";
import { type MarkedLine, markLine } from "./layout/marked-line.ts";
import { maxWords } from "./limits.ts";
import { closeDocument, type OpenDocument, openDocument } from "./pdf/document.ts";
import { withoutStrayRejections } from "./pdf/stray-rejections.ts";
import { readWords } from "./pdf/words.ts";
import { type ReadOptions, type Statement, StatementError, type Verdict } from "./statement.ts";

const worstFirst: readonly Verdict[] = ["discrepant", "unverifiable", "reconciled"];

/**
 * Reads a PDF bank or card statement: its rows, and whether what is printed proves them. It holds the file and its
 * words in memory, opens no other file than pdf.js's own tables, and no connection.
 *
 * @param bytes the PDF; not changed
 * @throws StatementError with the reason: password_needed, wrong_password, unsupported_encryption, not_a_pdf,
 * damaged, too_large, too_many_pages, no_statement_found or scanned_without_text; `internal` for anything else
 */
export function readStatement(bytes: Uint8Array, options: ReadOptions = {}): Promise<Statement> {
  return withoutStrayRejections(() => read(bytes, options));
}

async function read(bytes: Uint8Array, options: ReadOptions): Promise<Statement> {
  const document = await openDocument(bytes, options.password);
  try {
    const { lines, emptyPages } = await readLines(document);
    if (lines.length === 0) throw new StatementError("scanned_without_text");
    const { accounts, warnings } = readAccounts(lines, document.created, options);
    if (accounts.length === 0)
      throw new StatementError(
        emptyPages * 2 > document.pages ? "scanned_without_text" : "no_statement_found",
      );
    if (emptyPages > 0) warnings.add("some_pages_without_text");
    const status = worstFirst.find((verdict) => accounts.some((account) => account.status === verdict))!;
    return { status, accounts, pages: document.pages, warnings: [...warnings] };
  } catch (error) {
    if (error instanceof StatementError) throw error;
    throw new StatementError("internal", { cause: error });
  } finally {
    await closeDocument(document.proxy);
  }
}

async function readLines({
  proxy,
  pages,
}: OpenDocument): Promise<{ lines: MarkedLine[]; emptyPages: number }> {
  const lines: MarkedLine[] = [];
  let words = 0;
  let emptyPages = 0;
  let unreadable = 0;
  for (let page = 1; page <= pages; page++) {
    const found = await readWords(proxy, page).catch((error: unknown) => {
      if (error instanceof StatementError) throw error;
      unreadable++;
      return { page, width: 0, height: 0, words: [] };
    });
    words += found.words.length;
    if (words > maxWords) throw new StatementError("too_large");
    if (found.words.length === 0) emptyPages++;
    for (const line of toLines(found)) lines.push(markLine(line, lines.length));
  }
  // A page that cannot be read would leave rows out without a trace.
  if (unreadable > 0) throw new StatementError("damaged");
  return { lines, emptyPages };
}
