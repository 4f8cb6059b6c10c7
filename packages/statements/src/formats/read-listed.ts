import { MoneyError } from "@finflow/money/money-error";
import { maxFileBytes } from "../limits.ts";
import {
  type FileFormat,
  type ReadOptions,
  type Statement,
  type StatementAccount,
  StatementError,
  type Verdict,
  type Warning,
} from "../statement.ts";
import { readCamt } from "./camt.ts";
import { readCsv } from "./csv.ts";
import { decodeText, knownEncoding, unicodeEncoding } from "./decode-text.ts";
import { fileKind } from "./file-kind.ts";
import { readOfx } from "./ofx.ts";

const worstFirst: readonly Verdict[] = ["discrepant", "unverifiable", "reconciled"];

/**
 * Reads a file that lists its transactions as data: CAMT.053, OFX or CSV. Null where it is a PDF.
 *
 * @throws StatementError not_a_pdf, unsupported_format, damaged, too_large, no_statement_found
 */
export function readListed(bytes: Uint8Array, options: ReadOptions): Statement | null {
  if (bytes.byteLength > maxFileBytes) throw new StatementError("too_large");
  const found = fileKind(bytes);
  if (found.kind === "pdf") return null;
  const wanted = options.formats;
  const isWanted = (format: FileFormat) => wanted === undefined || wanted.includes(format);
  if (found.kind === "other" && wanted === undefined) {
    throw new StatementError("unsupported_format", { format: found.format });
  }
  try {
    if (found.kind === "camt.053" && isWanted("camt.053")) {
      return statement("camt.053", readCamt(xmlText(bytes)), new Set(), options);
    }
    if (found.kind === "ofx" && isWanted("ofx")) {
      return statement("ofx", readOfx(ofxText(bytes)), new Set(), options);
    }
    const read = found.kind === "text" && isWanted("csv") ? readCsv(bytes, options) : null;
    if (read) return statement("csv", read.accounts, read.warnings, options);
  } catch (error) {
    // An amount beyond 64 bits of minor units is no amount of a bank's.
    if (error instanceof MoneyError) throw new StatementError("damaged", { cause: error });
    throw error instanceof StatementError ? error : new StatementError("internal", { cause: error });
  }
  throw new StatementError("not_a_pdf");
}

function statement(
  format: Exclude<FileFormat, "pdf">,
  accounts: StatementAccount[],
  warnings: Set<Warning>,
  options: ReadOptions,
): Statement {
  const told = accounts.map((account) => ({
    ...account,
    currency: account.currency ?? options.currency ?? null,
  }));
  if (told.some(({ currency }) => currency === null)) warnings.add("currency_unknown");
  const status = worstFirst.find((verdict) => told.some((account) => account.status === verdict))!;
  return { status, accounts: told, pages: 1, warnings: [...warnings], format };
}

/** XML is UTF-8 unless its byte order mark or its first line says otherwise. */
function xmlText(bytes: Uint8Array): string {
  const start = decodeText(bytes.subarray(0, 200), "windows-1252");
  const said = /^[^<]*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)["']/i.exec(start)?.[1];
  const unicode = unicodeEncoding(bytes);
  if (unicode?.startsWith("utf-16")) return decodeText(bytes, unicode);
  return decodeText(bytes, (said && knownEncoding(said)) || "utf-8");
}

/** Banks write UTF-8 whatever their header says; what is not valid as such is in the named code page. */
function ofxText(bytes: Uint8Array): string {
  const unicode = unicodeEncoding(bytes);
  if (unicode) return decodeText(bytes, unicode);
  const start = decodeText(bytes.subarray(0, 2_000), "windows-1252");
  const said =
    /^CHARSET\s*:\s*([\w-]+)/im.exec(start)?.[1] ?? /encoding\s*=\s*["']([\w-]+)["']/i.exec(start)?.[1];
  const named = said && (knownEncoding(said) ?? knownEncoding(`windows-${said}`));
  return decodeText(bytes, named && named !== "utf-8" ? named : "windows-1252");
}
