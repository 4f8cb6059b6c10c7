import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, it } from "node:test";
import { openLogFile } from "./log-file.ts";

const line = `${JSON.stringify({ msg: "x".repeat(88) })}\n`;

describe("the log file", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "finflow-log-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("begins anew when it has grown, also while the process runs, and keeps the one before", () => {
    const log = openLogFile(folder, { largest: 1_000, retryMs: 0 });
    for (let n = 0; n < 200; n++) log.write(line);
    log.close();
    assert.ok(statSync(log.path).size <= 1_000 + line.length);
    assert.ok(statSync(`${log.path}.1`).size > 1_000);
    for (const file of [log.path, `${log.path}.1`]) {
      for (const written of readFileSync(file, "utf8").trimEnd().split("\n")) JSON.parse(written);
    }
    assert.equal(statSync(log.path).mode & 0o777, 0o600);
  });

  it("is written again once it can be: a disk that was full did not silence it for good", (t) => {
    const said = t.mock.method(console, "error", () => {});
    const path = join(folder, "finflow.jsonl");
    mkdirSync(path);
    const log = openLogFile(folder, { largest: 1_000_000, retryMs: 0 });
    assert.equal(said.mock.callCount(), 1);
    rmdirSync(path);
    log.write(line);
    log.write(line);
    log.close();
    assert.equal(readFileSync(path, "utf8"), line + line);
    assert.equal(said.mock.callCount(), 1);
  });

  it("closes without having been writable", (t) => {
    t.mock.method(console, "error", () => {});
    const log = openLogFile(join(folder, "absent"), { largest: 1_000, retryMs: 1_000_000 });
    log.write(line);
    log.close();
    log.write(line);
    log.close();
  });
});
