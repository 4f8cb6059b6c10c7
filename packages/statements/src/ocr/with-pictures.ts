import type { PageWords } from "../pdf/words.ts";
import { type Statement, StatementError } from "../statement.ts";
import type { PictureWords } from "./words/page-words.ts";
import { settleDoubts } from "./words/settle-doubts.ts";

/** `missing`: how many pages could not be read. Throws a StatementError where there is no statement. */
type Interpret = (pages: readonly PageWords[], missing: number) => Statement;

/** Fewer legible words than this, all pages together, are the grain of a photograph. */
const fewestWords = 12;

/**
 * Pages of text and pages of pictures together. What is recognised beside a statement that its own text proves (an
 * advertisement, say) does not cost it its proof: then the pictures are left out, and the warning says so.
 *
 * @throws StatementError scanned_without_text where no words were recognised, and what `interpret` throws
 */
export function withPictures(
  pages: readonly PageWords[],
  seen: readonly PictureWords[],
  interpret: Interpret,
): Statement {
  const missing = seen.filter(({ words, isBlank }) => words.length === 0 && !isBlank).length;
  if (seen.every(({ words }) => words.length === 0)) return interpret(pages, missing);
  const textAlone = attempt(() => interpret(pages, seen.length));
  let problem: unknown;
  const together = settleDoubts(seen, (pictures) => {
    const byPage = new Map(pictures.map((picture) => [picture.page, picture]));
    const tried = attempt(() =>
      interpret(
        pages.map((page) => byPage.get(page.page) ?? page),
        missing,
      ),
    );
    if ("error" in tried) problem = tried.error;
    return "value" in tried ? tried.value : undefined;
  });
  const isProven = "value" in textAlone && textAlone.value.status === "reconciled";
  if (isProven && together?.status !== "reconciled") return textAlone.value;
  if (together) return { ...together, warnings: [...together.warnings, "read_by_ocr"] };
  throw seen.reduce((sum, { legible }) => sum + legible, 0) < fewestWords
    ? new StatementError("scanned_without_text", { cause: problem })
    : problem;
}

function attempt(work: () => Statement): { value: Statement } | { error: unknown } {
  try {
    return { value: work() };
  } catch (error) {
    return { error };
  }
}
