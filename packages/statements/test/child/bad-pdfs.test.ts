import assert from "node:assert/strict";
import { existsSync, globSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { after, test } from "node:test";
import { createStatementReader } from "../../src/child/statement-reader.ts";
import { StatementError } from "../../src/statement.ts";

/** Malformed and hostile PDFs from the test suites of PDF tools; they lie beside the repository, if at all. */
const folder = join(import.meta.dirname, "../../../../../shared/bad-pdfs");
const skip = existsSync(folder) ? false : `LEFT OUT: there are no public bad PDFs in ${folder}`;

// Each may take half a minute by itself; how long all of them take is the machine's.
const timeout = 30 * 60_000;

const reader = createStatementReader({ ahead: skip ? 0 : 2, atOnce: 2 });
after(() => reader.close());

test("every public bad PDF ends as a statement or with a reason of its own", { skip, timeout }, async () => {
  const files = globSync("**/*", { cwd: folder, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith(".md"))
    .map((entry) => join(entry.parentPath, entry.name));
  assert.ok(files.length > 100, `only ${files.length} files`);
  const ours: string[] = [];
  await Promise.all(
    files.map((file) =>
      reader.read(readFileSync(file)).catch((error: unknown) => {
        assert.ok(error instanceof StatementError, `${file}: ${error}`);
        if (error.reason === "internal") ours.push(`${relative(folder, file)}: ${error.cause}`);
      }),
    ),
  );
  assert.deepEqual(ours, [], "the engine failed, not the file");
});
