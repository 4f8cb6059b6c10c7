import type { FailureReason } from "@finflow/statements/statement";

export type Failure = { reason: FailureReason; message: string; help: string };

/** What went wrong, and what the person can do about it. */
const table: Record<FailureReason, { message: string; help: string }> = {
  password_needed: {
    message: "This file is protected by a password.",
    help: "Give the password that opens it; your bank tells how it is made up.",
  },
  wrong_password: {
    message: "The password does not open this file.",
    help: "Check capital letters and digits, and try again. Banks often use a date of birth or part of a card number.",
  },
  unsupported_encryption: {
    message: "This file is encrypted in a way that we cannot open.",
    help: "Open it in a PDF viewer, print it to a new PDF, and upload that one.",
  },
  not_a_pdf: {
    message: "This file is not a PDF.",
    help: "Download the statement from your bank as a PDF and upload that file.",
  },
  // Told of other programs' files; here all that is no PDF is not_a_pdf.
  unsupported_format: {
    message: "This kind of file is not read.",
    help: "Download the statement from your bank as a PDF and upload that file.",
  },
  damaged: {
    message: "This PDF is damaged and cannot be read.",
    help: "Download it again from your bank; if it still fails, print it to a new PDF from a viewer.",
  },
  too_large: {
    message: "This file is larger than 20 MiB.",
    help: "Download shorter periods, such as one month each, and upload them one by one.",
  },
  too_many_pages: {
    message: "This file has more pages than we read (of scans, 20).",
    help: "Download shorter periods, such as one month each, and upload them one by one.",
  },
  no_statement_found: {
    message: "We found no bank statement in this file.",
    help: "Upload the statement with its list of transactions, not a summary, a letter or an invoice.",
  },
  scanned_without_text: {
    message: "This file is a picture, and we could not make out a statement in it.",
    help: "Download the statement from your bank as a PDF; if you only have paper, scan it straight and at 200 dpi or more.",
  },
  timed_out: {
    message: "Reading this file took too long.",
    help: "Try again; if it fails again, download a shorter period and upload that.",
  },
  out_of_memory: {
    message: "Reading this file needs too much memory.",
    help: "Download a shorter period, or print the file to a new PDF, and upload that.",
  },
  internal: {
    message: "Something went wrong on our side.",
    help: "Try again. If it keeps failing, tell us the document's id.",
  },
};

export function failureOf(reason: FailureReason): Failure {
  return { reason, ...table[reason] };
}
