import type { FailureReason, OtherFormat, StatementError, Verdict } from "../statement.ts";

/** Exit codes. 64 and 70 are those of sysexits.h for a wrong command line and for our own fault. */
export const EXIT_OF_VERDICT: Record<Verdict, number> = { reconciled: 0, discrepant: 2, unverifiable: 2 };
export const EXIT_UNREADABLE = 5;
export const EXIT_USAGE = 64;
export const EXIT_INTERNAL = 70;

/** What a person reads when there is no statement, and what they can do about it. */
export const FAILURES: Record<FailureReason, { exit: number; help: string }> = {
  password_needed: {
    exit: 3,
    help: "it is protected: give its password on standard input with --password-stdin, or with --password",
  },
  wrong_password: { exit: 4, help: "this password does not open it: check it and try again" },
  unsupported_encryption: {
    exit: EXIT_UNREADABLE,
    help: "it is encrypted in a way that cannot be opened here: open it elsewhere and save a copy without protection",
  },
  not_a_pdf: {
    exit: EXIT_UNREADABLE,
    help: "it is not a PDF, nor CAMT.053, OFX or CSV: download the statement as a PDF from the bank",
  },
  unsupported_format: {
    exit: EXIT_UNREADABLE,
    help: "it is a kind of file that is not read: download the statement as a PDF from the bank",
  },
  damaged: { exit: EXIT_UNREADABLE, help: "it is damaged: download it again from the bank" },
  no_statement_found: {
    exit: 6,
    help: "no statement was found in it: choose the file that lists the account's transactions",
  },
  scanned_without_text: {
    exit: 6,
    help: "it is a scan without text that could be read: download the original PDF from the bank",
  },
  too_large: { exit: 7, help: "it is larger than 20 MiB: download a shorter period" },
  too_many_pages: { exit: 7, help: "it has too many pages: download a shorter period" },
  timed_out: { exit: 7, help: "reading it takes too long: download it again, or a shorter period" },
  out_of_memory: {
    exit: 7,
    help: "reading it takes too much memory: download it again, or a shorter period",
  },
  internal: { exit: EXIT_INTERNAL, help: "something went wrong here, not with you: try again" },
};

/** Kinds of file that are recognised and not read, as a person calls them. */
const FORMAT_NAMES: Record<OtherFormat, string> = {
  "camt.052": "an intraday report (CAMT.052), not a statement",
  "camt.054": "a notification of single bookings (CAMT.054), not a statement",
  mt940: "an MT940 file",
  qif: "a QIF file, which has no balances",
  excel: "an Excel workbook",
  opendocument: "an OpenDocument file",
  word: "a Word document",
  rtf: "a rich text document",
  html: "a web page",
  email: "an e-mail",
  xml: "an XML file of an unknown kind",
  json: "a JSON file",
  archive: "an archive, such as ZIP",
  image: "a picture",
};

/** What is wrong with a file and what to do, for a person. */
export function helpFor({ reason, format }: StatementError): string {
  if (format === undefined) return FAILURES[reason].help;
  return `it is ${FORMAT_NAMES[format]}, and is not read: download the statement as a PDF from the bank`;
}
