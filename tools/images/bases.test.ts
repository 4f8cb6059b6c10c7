import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { basesOf, withDigests } from "./bases.ts";

const digest = (digit: string) => `sha256:${digit.repeat(64)}`;
const dockerfile = `# comment\nARG BASE=debian:1\nARG BUILD_BASE=node:2@${digest("a")}\nFROM \${BASE} AS one\nARG OTHER=x\n`;

test("every base gets the digest of now, and nothing else changes", () => {
  const asked: string[] = [];
  const pinned = withDigests(dockerfile, (image) => {
    asked.push(image);
    return digest(image === "debian:1" ? "b" : "c");
  });
  assert.deepEqual(asked, ["debian:1", "node:2"]);
  assert.equal(
    pinned,
    dockerfile.replace("debian:1", `debian:1@${digest("b")}`).replace(digest("a"), digest("c")),
  );
});

test("what is no digest is refused: from a registry, and in the file", () => {
  for (const said of ["", "sha256:12", `${digest("a")}\n`, digest("G")]) {
    assert.throws(() => withDigests(dockerfile, () => said), /is no digest/);
  }
  assert.throws(() => basesOf("ARG BASE=debian:1@latest\n"), /is no digest/);
  assert.throws(() => basesOf("FROM debian:1\n"), /no base/);
});

test("the project's Dockerfile takes what it is built from by its arguments alone", () => {
  const text = readFileSync(join(import.meta.dirname, "../../Dockerfile"), "utf8");
  assert.deepEqual(
    basesOf(text).map(({ variable }) => variable),
    ["BASE", "BUILD_BASE"],
  );
  const known = new Set(["BASE", "BUILD_BASE", "SERVICE"].map((variable) => `\${${variable}}`));
  const fromOutside = known.size;
  for (const [, from, name] of text.matchAll(/^FROM (\S+) AS (\S+)$/gm)) {
    assert.ok(known.has(from!), `${from} is neither an argument nor a stage before it`);
    known.add(name!);
  }
  const count = text.match(/^FROM /gm)?.length;
  assert.equal(count, known.size - fromOutside, "a FROM that this test does not understand");
});
