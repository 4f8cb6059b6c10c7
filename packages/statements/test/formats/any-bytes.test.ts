import assert from "node:assert/strict";
import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { after, test } from "node:test";
import { renderStatement } from "@finflow/sample-statements/render-statement";
import { samples } from "@finflow/sample-statements/samples";
import fc from "fast-check";
import { checkAnswer } from "../../src/child/check-answer.ts";
import { camt, csv, ofx, small } from "./made-files.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
const pdf = async (id: string) =>
  new Uint8Array((await renderStatement(samples("2025-06-15").find((sample) => sample.id === id)!.spec)).pdf);

const files = [
  await pdf("plain"),
  await pdf("protected"),
  utf8(camt(small)),
  utf8(ofx(small)),
  utf8(ofx(small, 2)),
  utf8(csv(small)),
  Buffer.from(csv(small, { delimiter: ";", mark: "," }), "utf16le"),
];

/** One change: bytes overwritten, taken out, or repeated from another place. */
type Change = { kind: "write" | "cut" | "copy"; at: number; length: number; bytes: Uint8Array };

const change: fc.Arbitrary<Change> = fc.record({
  kind: fc.constantFrom("write", "write", "cut", "copy"),
  at: fc.nat(),
  length: fc.integer({ min: 1, max: 2_000 }),
  bytes: fc.oneof(
    fc.uint8Array({ minLength: 1, maxLength: 8 }),
    fc
      .constantFrom(
        "<",
        "&",
        '"',
        "\0",
        "\n",
        ";",
        "999999999999999999999",
        "endobj",
        "]]>",
        "<OFX>",
        "2024-06-01,5.00",
      )
      .map(utf8),
  ),
});

function changed(file: Uint8Array, { kind, at, length, bytes }: Change): Uint8Array {
  const from = at % (file.length || 1);
  const [before, after] = [file.subarray(0, from), file.subarray(from)];
  if (kind === "cut") return Buffer.concat([before, after.subarray(length)]);
  if (kind === "copy") return Buffer.concat([before, file.subarray(from >> 1, (from >> 1) + length), after]);
  return Buffer.concat([before, bytes, after.subarray(bytes.length)]);
}

const reader = fork(join(import.meta.dirname, "read-many.ts"), { serialization: "advanced" });
const ended = once(reader, "exit").then(([code, signal]) => ({
  wrong: `it ended the process: ${code ?? signal}`,
}));
const next = () => Promise.race([once(reader, "message").then(([message]) => message as Told), ended]);
await next();
after(() => reader.disconnect());

type Told = { statement?: string; reason?: string; wrong?: string };

/** Has a file read; it fails unless that ends in a statement of the right shape or in an error of the list. */
async function ends(bytes: Uint8Array): Promise<void> {
  const told = next();
  reader.send(bytes);
  const { statement, reason, wrong }: Told = await told;
  assert.equal(wrong, undefined);
  if (reason !== undefined) return;
  const read = JSON.parse(statement!);
  assert.deepEqual(checkAnswer({ statement: read }), { statement: read });
}

test("any bytes end in a statement or in an error of the list", async () => {
  await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 3_000 }), ends), { numRuns: 200 });
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: fc.constantFrom(...'<>&;,\t\n" 012345.-/aOFX=!?{}[]:'), maxLength: 500 }),
      (text) => ends(utf8(text)),
    ),
    { numRuns: 200 },
  );
});

test("files of every kind with changes in them end so too", async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(), fc.array(change, { minLength: 1, maxLength: 6 }), (which, changes) =>
      ends(changes.reduce(changed, Uint8Array.from(files[which % files.length]!))),
    ),
    { numRuns: 250 },
  );
});
