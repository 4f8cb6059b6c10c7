import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { renderStatement } from "@finflow/sample-statements/render-statement";
import { samples } from "@finflow/sample-statements/samples";
import { scanOf } from "@finflow/sample-statements/scan-of";
import type { Statement } from "../../src/statement.ts";
import { camt, csv, small } from "../formats/made-files.ts";
import { scanner, smallStatement } from "../ocr/scans.ts";
import { npm } from "./npm.ts";
import { otherNode } from "./other-node.ts";

/** Set where every version must be tried and none may be left out. */
const everyNode = process.env.FINFLOW_EVERY_NODE === "1";
const versions = everyNode ? ["22.23.3", "24.21.0"] : ["22.23.3"];

const home = join(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "finflow-package-"));
const project = join(folder, "a foreign project");
after(() => rmSync(folder, { recursive: true, force: true }));

const library = `
import { readFile } from "node:fs/promises";
import { createStatementReader, readStatement, StatementError } from "@finflow/statements";

const bytes = await readFile("plain.pdf");
const { status, accounts } = await readStatement(bytes);
const reader = createStatementReader({ networkDenial: "where_possible" });
const apart = await reader.read(bytes);
const refused = await reader.read(new Uint8Array(9)).catch((error) => error);
await reader.close();
console.log(JSON.stringify({
  status, rows: accounts[0].transactions.length, apart: apart.status,
  refused: refused instanceof StatementError && refused.reason,
}));
`;

const typed = `
import { readStatement, StatementError, type Statement, type StatementReader } from "@finflow/statements";

export async function read(bytes: Uint8Array, reader: StatementReader): Promise<Statement | string> {
  try {
    return await readStatement(bytes, { currency: "EUR" });
  } catch (error) {
    return error instanceof StatementError ? error.reason : reader.read(bytes);
  }
}
export const amounts = ({ accounts }: Statement): string[] =>
  accounts.flatMap(({ transactions }) => transactions.map(({ amount }) => amount));
// @ts-expect-error: a file is bytes, never a path.
export const wrong = readStatement("statement.pdf");
`;

before(async () => {
  mkdirSync(project);
  const archive = npm(["pack", "--silent", "--pack-destination", folder], home).trim().split("\n").at(-1)!;
  writeFileSync(
    join(project, "package.json"),
    JSON.stringify({ name: "foreign", private: true, type: "module" }),
  );
  npm(
    ["install", "--prefer-offline", "--ignore-scripts", "--no-audit", "--no-fund", join(folder, archive)],
    project,
  );
  for (const { id, spec } of samples("2025-06-15")) {
    writeFileSync(join(project, `${id}.pdf`), (await renderStatement(spec)).pdf);
  }
  if (everyNode) writeFileSync(join(project, "scan.pdf"), await scanOf(await smallStatement(), scanner));
  writeFileSync(join(project, "table.csv"), csv(small));
  writeFileSync(join(project, "entries.xml"), camt(small));
  writeFileSync(join(project, "library.js"), library);
  writeFileSync(join(project, "typed.ts"), typed);
});

function run(node: string, args: string[], input?: string) {
  return spawnSync(node, args, { cwd: project, encoding: "utf8", input, env: { PATH: "/usr/bin:/bin" } });
}

test("the installed package holds what was built and nothing else of the repository", () => {
  const installed = join(project, "node_modules/@finflow");
  assert.ok(existsSync(join(installed, "statements/dist/public-api.d.ts")));
  assert.ok(existsSync(join(installed, "statements/README.md")));
  for (const absent of ["money", "statements/src", "statements/test", "statements/build"])
    assert.ok(!existsSync(join(installed, absent)), absent);
});

test("strict TypeScript takes the declarations, without types of Node's", () => {
  const typescript = createRequire(import.meta.url).resolve("typescript/package.json");
  const options = [
    "--strict",
    "--noEmit",
    "--module",
    "nodenext",
    "--target",
    "es2024",
    "--lib",
    "es2024,dom",
  ];
  const checked = run(process.execPath, [join(dirname(typescript), "bin/tsc"), ...options, "typed.ts"]);
  assert.equal(checked.stdout, "");
  assert.equal(checked.status, 0);
});

const runtimes = [
  { name: process.version, node: { path: process.execPath } },
  ...(await Promise.all(
    versions.map(async (version) => ({ name: version, node: await otherNode(version) })),
  )),
];

for (const { name, node } of runtimes) {
  const missing = "missing" in node ? node.missing : undefined;
  if (everyNode) assert.equal(missing, undefined);
  const skip = missing === undefined ? false : `LEFT OUT: no Node ${name} to run the package on: ${missing}`;
  const path = "path" in node ? node.path : "";

  test(`Node ${name}: the library reads, in this process and in one of its own`, { skip }, () => {
    const { stdout, stderr } = run(path, ["library.js"]);
    assert.equal(stderr, "");
    const { rows, ...said } = JSON.parse(stdout);
    assert.deepEqual(said, { status: "reconciled", apart: "reconciled", refused: "not_a_pdf" });
    assert.ok(rows > 20);
  });

  test(`Node ${name}: the command reads, and ends with the code of what it found`, { skip }, () => {
    const command = (...args: string[]) => run(path, ["node_modules/.bin/finflow-statements", ...args]);
    const good = command("plain.pdf", "--json");
    assert.deepEqual([good.status, good.stderr], [0, ""]);
    assert.equal((JSON.parse(good.stdout) as Statement).status, "reconciled");
    // What else it can end with is tested in the repository's own Node by test/cli.
    if (path === process.execPath) return;
    const codes: [string[], number][] = [
      [["does-not-add-up.pdf"], 2],
      [["protected.pdf"], 3],
      [["protected.pdf", "--password", "guess"], 4],
      [["protected.pdf", "--password", "sample2468"], 0],
      [["table.csv"], 0],
      [["entries.xml"], 0],
      [["library.js"], 5],
      [["nowhere.pdf"], 5],
      [["--nonsense"], 64],
    ];
    for (const [args, code] of codes) assert.equal(command(...args).status, code, args.join(" "));
    if (everyNode) assert.match(command("scan.pdf").stdout, /it adds up\nnote: read from a picture/);
  });

  if (path === process.execPath) continue;
  test(`Node ${name}: the sandbox denies what this version can deny`, { skip }, () => {
    const { status, stdout } = run(path, ["--test", join(home, "test/child/sandbox.test.ts")]);
    assert.equal(status, 0, stdout);
  });
}

test("a package manager that links packages from a store of its own", () => {
  // As pnpm has it: the package and its dependencies are links beside each other in a folder of the store.
  const store = join(folder, "store/@finflow+statements/node_modules");
  mkdirSync(join(store, "@finflow"), { recursive: true });
  const installed = join(project, "node_modules");
  spawnSync("cp", ["-R", join(installed, "@finflow/statements"), join(store, "@finflow")]);
  const { dependencies } = JSON.parse(
    readFileSync(join(installed, "@finflow/statements/package.json"), "utf8"),
  );
  for (const name of Object.keys(dependencies)) symlinkSync(join(installed, name), join(store, name));
  const linked = join(folder, "linked");
  mkdirSync(join(linked, "node_modules/@finflow"), { recursive: true });
  symlinkSync(join(store, "@finflow/statements"), join(linked, "node_modules/@finflow/statements"));
  const bin = join(linked, "node_modules/@finflow/statements/bin/finflow-statements.js");
  assert.equal(run(process.execPath, [bin, "plain.pdf"]).status, 0);
});
