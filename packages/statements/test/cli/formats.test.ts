import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import type { Statement } from "../../src/statement.ts";
import { camt, csv, ofx, small } from "../formats/made-files.ts";

const command = join(import.meta.dirname, "../../bin/finflow-statements.js");
const folder = mkdtempSync(join(tmpdir(), "finflow-formats-"));
after(() => rmSync(folder, { recursive: true, force: true }));

function run(content: string, ...args: string[]) {
  // A name that says nothing: the kind of a file is told by its content.
  const file = join(folder, "file.bin");
  writeFileSync(file, content);
  return spawnSync(process.execPath, [command, file, ...args], { encoding: "utf8" });
}

test("every kind of file that is read, told by its content, with the verdict's code", () => {
  const cases: [string, string, number][] = [
    ["camt.053", camt(small), 0],
    ["csv", csv(small), 0],
    ["csv", csv(small).replace("-800.25", "-800.26"), 2],
    ["ofx", ofx(small), 2],
  ];
  for (const [format, content, code] of cases) {
    const { status, stdout, stderr } = run(content, "--json");
    assert.deepEqual([status, stderr], [code, ""]);
    const statement = JSON.parse(stdout) as Statement;
    assert.equal(statement.format, format);
    const [row] = statement.accounts[0]!.transactions;
    assert.deepEqual([row!.description, row!.page, row!.box.length], ["Bäckerei & Café", 1, 4]);
    assert.ok(row!.line! > 1);
  }
  assert.match(run(camt(small)).stdout, /1,000\.00 \+ 2,500\.00 \u2212 804\.80 = 2,695\.20: it adds up/);
});

test("other kinds are refused by name, exit 5", () => {
  for (const [content, words] of [
    ["PK\x03\x04\x14\0\0\0xl/workbook.xml", /an Excel workbook/],
    [":20:START\n:25:1\n:60F:C240601EUR1,00\n", /an MT940 file/],
    ["!Type:Bank\nD6/13/2024\n", /a QIF file/],
    [camt(small).slice(0, -40), /damaged/],
  ] as const) {
    const { status, stdout, stderr } = run(content, "--json");
    assert.deepEqual([status, stdout], [5, ""]);
    assert.match(stderr, words);
  }
});
