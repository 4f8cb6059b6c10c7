import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { renderStatement } from "@finflow/sample-statements/render-statement";
import { samples } from "@finflow/sample-statements/samples";
import { scanOf } from "@finflow/sample-statements/scan-of";
import { damaged, pictureWithoutText } from "@finflow/sample-statements/unreadable";
import type { Statement } from "../../src/statement.ts";
import { onePage, pdfFile } from "../child/pdf-file.ts";
import { childrenOf, gone } from "../child/processes.ts";
import { scanner, smallStatement } from "../ocr/scans.ts";

const command = join(import.meta.dirname, "../../bin/finflow-statements.js");
const folder = mkdtempSync(join(tmpdir(), "finflow-cli-"));
const at = (name: string) => join(folder, name);

before(async () => {
  for (const sample of samples("2025-06-15")) {
    writeFileSync(at(`${sample.id}.pdf`), (await renderStatement(sample.spec)).pdf);
  }
  writeFileSync(at("scan.pdf"), await pictureWithoutText());
  writeFileSync(at("scanned.pdf"), await scanOf(await smallStatement(), scanner));
  writeFileSync(
    at("letter.pdf"),
    onePage({ stream: "BT /F 12 Tf 50 700 Td (Dear customer, nothing to see) Tj ET" }),
  );
  const plain = (await renderStatement(samples("2025-06-15")[0]!.spec)).pdf;
  writeFileSync(at("damaged.pdf"), damaged(plain));
  writeFileSync(at("words.pdf"), "no PDF at all");
  writeFileSync(at("large.pdf"), Buffer.alloc(20 * 1024 * 1024 + 1));
  const kids = Array.from({ length: 5000 }, (_, index) => `${index + 3} 0 R`).join(" ");
  const page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>";
  writeFileSync(
    at("pages.pdf"),
    pdfFile([
      "<< /Type /Catalog /Pages 2 0 R >>",
      `<< /Type /Pages /Kids [${kids}] /Count 5000 >>`,
      ...Array<string>(5000).fill(page),
    ]),
  );
});
after(() => rmSync(folder, { recursive: true, force: true }));

type Result = { code: number | null; out: string; err: string };

function run(
  args: string[],
  { input, stopAfter }: { input?: string; stopAfter?: number } = {},
): Promise<Result> {
  const child = spawn(process.execPath, [command, ...args], { stdio: ["pipe", "pipe", "pipe"] });
  const result: Result = { code: null, out: "", err: "" };
  child.stdout.setEncoding("utf8").on("data", (text) => {
    result.out += text;
    if (stopAfter !== undefined && result.out.length > stopAfter) child.stdout.destroy();
  });
  child.stderr.setEncoding("utf8").on("data", (text) => {
    result.err += text;
  });
  child.stdin.on("error", () => {});
  child.stdin.end(input ?? "");
  return new Promise((resolve) => child.on("close", (code) => resolve({ ...result, code })));
}

test("a statement that adds up: rows, its sum, exit 0", async () => {
  const { code, out, err } = await run([at("plain.pdf")]);
  assert.equal(err, "");
  assert.equal(code, 0);
  const lines = out.trimEnd().split("\n");
  assert.match(lines[0]!, /GBP/);
  assert.match(lines[1]!, /^2025-\d\d-\d\d {2}\S.* {2}[+\u2212][\d,]+\.\d\d {2,}[\d,]+\.\d\d$/);
  assert.match(out, /^[\d,.]+ \+ [\d,.]+ \u2212 [\d,.]+ = [\d,.]+: it adds up$/m);
});

test("--json: the whole statement and nothing else", async () => {
  const { code, out, err } = await run(["--json", at("plain.pdf")]);
  const statement = JSON.parse(out) as Statement;
  assert.deepEqual([code, err, statement.status], [0, "", "reconciled"]);
  assert.ok(statement.accounts[0]!.transactions.length > 20);
});

test("a statement that does not add up: by how much, exit 2", async () => {
  const { code, out } = await run([at("does-not-add-up.pdf")]);
  assert.equal(code, 2);
  assert.match(out, /printed.*(by|off by) [\d,]+\.\d\d/);
  assert.equal(
    (JSON.parse((await run([at("does-not-add-up.pdf"), "--json"])).out) as Statement).status,
    "discrepant",
  );
});

test("a protected file: needed, wrong, given, given by pipe", async () => {
  const file = at("protected.pdf");
  const needed = await run([file]);
  assert.deepEqual([needed.code, needed.out], [3, ""]);
  assert.match(needed.err, /--password-stdin/);

  const wrong = await run([file, "--password", "guess"]);
  assert.deepEqual([wrong.code, wrong.out], [4, ""]);
  assert.match(wrong.err, /password does not open it/);

  assert.equal((await run([file, "--password", "sample2468"])).code, 0);
  assert.equal((await run([file, "--password-stdin"], { input: "sample2468\r\nmore" })).code, 0);
  assert.equal((await run([file, "--password-stdin"], { input: "sample2468" })).code, 0);
  assert.equal((await run([file, "--password-stdin"], { input: "guess\n" })).code, 4);
});

test("what cannot be read says why, with a code of its kind and nothing on standard output", async () => {
  const cases: [string, number, RegExp][] = [
    ["words.pdf", 5, /not a PDF/],
    ["damaged.pdf", 5, /damaged/],
    ["nowhere.pdf", 5, /cannot be read \(ENOENT\)/],
    ["", 5, /cannot be read \(EISDIR\)/],
    ["letter.pdf", 6, /no statement was found/],
    ["scan.pdf", 6, /scan/],
    ["large.pdf", 7, /20 MiB/],
    ["pages.pdf", 7, /too many pages/],
  ];
  for (const [name, expected, words] of cases) {
    const { code, out, err } = await run([at(name), "--json"]);
    assert.deepEqual([name, code, out], [name, expected, ""]);
    assert.match(err, words);
    const told = name === "scan.pdf" ? 2 : 1;
    assert.match(err, new RegExp(`^(?:finflow-statements: .*\\n){${told}}$`));
  }
});

test("a scan is recognised, says so on standard error, and is marked; exit by its verdict", async () => {
  const { code, out, err } = await run([at("scanned.pdf"), "--json"]);
  assert.match(err, /^finflow-statements: .*scanned\.pdf: pages without text: reading their pictures.*\n$/);
  const statement = JSON.parse(out) as Statement;
  assert.deepEqual([code, statement.status], [0, "reconciled"]);
  assert.ok(statement.warnings.includes("read_by_ocr"));
});

test("--ocr=never leaves pictures alone: a scan is one that cannot be read, exit 6", async () => {
  const { code, out, err } = await run([at("scanned.pdf"), "--ocr=never"]);
  assert.deepEqual([code, out], [6, ""]);
  assert.match(err, /^finflow-statements: .*: it is a scan.*\n$/);
});

test("a wrong command line shows the right one, exit 64", async () => {
  for (const args of [[], ["a.pdf", "b.pdf"], ["a.pdf", "--colour"], ["a.pdf", "--password"]]) {
    const { code, err } = await run(args);
    assert.equal(code, 64);
    assert.match(err, /Usage: finflow-statements FILE /);
  }
  const endless = await run([at("plain.pdf"), "--password-stdin"], { input: "x".repeat(100_000) });
  assert.equal(endless.code, 64);
});

test("--help explains the exit codes, exit 0", async () => {
  const { code, out } = await run(["--help"]);
  assert.equal(code, 0);
  assert.match(out, /Exit codes/);
});

test("a reader that has seen enough is no error", async () => {
  const { err } = await run([at("plain.pdf"), "--json"], { stopAfter: 10 });
  assert.equal(err, "");
});

test("a signal ends it and the process that reads", async () => {
  const child = spawn(process.execPath, [command, at("plain.pdf"), "--password-stdin"], {
    stdio: ["pipe", "ignore", "pipe"],
  });
  // It waits for a password, and has its reading process ready by then.
  let readers: number[] = [];
  while (readers.length === 0) {
    await new Promise((resolve) => setImmediate(resolve));
    readers = childrenOf(child.pid!);
  }
  child.kill("SIGTERM");
  const code = await new Promise((resolve) => child.on("close", resolve));
  assert.equal(code, 143);
  for (const reader of readers) await gone(reader);
});
