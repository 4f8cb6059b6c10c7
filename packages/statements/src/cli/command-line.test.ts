import assert from "node:assert/strict";
import { test } from "node:test";
import { parseCommandLine, UsageError } from "./command-line.ts";

test("a file, a password and JSON, in any order", () => {
  const expected = { help: false, file: "a.pdf", json: true, ocr: "auto", password: "p", fromStdin: false };
  assert.deepEqual(parseCommandLine(["a.pdf", "--password", "p", "--json"]), expected);
  assert.deepEqual(parseCommandLine(["--json", "--password=p", "a.pdf"]), expected);
  assert.deepEqual(parseCommandLine(["--password=p", "--json", "--", "a.pdf"]), expected);
});

test("OCR can be left out", () => {
  const line = parseCommandLine(["a.pdf", "--ocr=never"]);
  assert.equal(line.help ? undefined : line.ocr, "never");
});

test("a password may start with a dash and be empty", () => {
  const password = (word: string) => {
    const line = parseCommandLine([`--password=${word}`, "a.pdf"]);
    return line.help ? undefined : line.password;
  };
  assert.equal(password("-x"), "-x");
  assert.equal(password(""), "");
});

test("what cannot be meant is named", () => {
  const refused = (args: string[], message: RegExp) =>
    assert.throws(
      () => parseCommandLine(args),
      (error) => error instanceof UsageError && message.test(error.message) && !error.message.includes("\n"),
    );
  refused([], /no file/);
  refused(["a.pdf", "b.pdf"], /one file/);
  refused(["a.pdf", "--password", "p", "--password-stdin"], /do not go together/);
  refused(["a.pdf", "--password"], /--password/);
  refused(["a.pdf", "--jsn"], /--jsn/);
  refused(["a.pdf", "--ocr=maybe"], /auto or never/);
});

test("help needs no file", () => {
  assert.deepEqual(parseCommandLine(["-h"]), { help: true });
});
