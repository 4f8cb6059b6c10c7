/**
 * A child that does what its "file" says: the worst that a file could make the real one do. It speaks the
 * same language on the same pipes, and runs under the same sandbox.
 */
import { writeSync } from "node:fs";
import { dropPermissions } from "../../src/child/drop-permissions.ts";
import { createFrameReader, encodeFrame, READY } from "../../src/child/frame.ts";
import { attempts } from "./attempts.ts";

const raw = (bytes: Uint8Array) => {
  for (let sent = 0; sent < bytes.byteLength; ) sent += writeSync(3, bytes, sent);
};
const send = (message: unknown) => {
  for (const part of encodeFrame(Buffer.from(JSON.stringify(message)))) raw(part);
};
const statement = (institution: string) => ({
  statement: {
    status: "unverifiable",
    accounts: [
      {
        institution,
        currency: null,
        account_number: null,
        opening_balance: null,
        closing_balance: null,
        period: null,
        status: "unverifiable",
        checks: [],
        transactions: [],
      },
    ],
    pages: 1,
    warnings: [],
  },
});
const never = () => setInterval(() => {}, 60_000);
const kept: unknown[] = [];

const deeds: Record<string, (word: string, options: unknown) => unknown> = {
  say: (word) => send(statement(word)),
  options: (_, options) => send(statement(JSON.stringify(options))),
  pid: () => send(statement(String(process.pid))),
  attempt: async (word) => send(statement(JSON.stringify(await attempts(word)))),
  spin: () => {
    for (;;);
  },
  hang: never,
  buffers: () => {
    for (;;) kept.push(new Uint8Array(1 << 20).fill(1));
  },
  heap: () => {
    for (;;) kept.push(Array.from({ length: 1000 }, (_, index) => ({ index })));
  },
  exit: (word) => process.exit(Number(word)),
  abort: () => process.abort(),
  garbage: () => encodeFrame(Buffer.from("{not json")).forEach(raw),
  shape: (word) => send(JSON.parse(word)),
  boast: () => {
    raw(Buffer.from([0xff, 0xff, 0xff, 0xff]));
    never();
  },
  half: () => {
    raw(Buffer.from([0, 0, 0, 100, 1, 2, 3]));
    process.exit(0);
  },
  twice: () => {
    send(statement("first"));
    send(statement("second"));
    raw(Buffer.alloc(1 << 16, 7));
  },
  noise: async (word) => {
    for (let index = 0; index < 200; index++) writeSync(2, "out of memory, it says\n".repeat(2000));
    send(statement(word));
  },
  fail: (word) => send({ reason: word, where: "RangeError\n    at somewhere" }),
};

// As the child that reads scans does, which has its threads by now.
dropPermissions();
const request: Buffer[] = [];
process.stdin.on(
  "data",
  createFrameReader(Number.POSITIVE_INFINITY, (payload) => {
    request.push(payload);
    const [options, bytes] = request;
    if (!options || !bytes) return;
    const [deed = "", ...words] = bytes.toString().split(" ");
    void deeds[deed]?.(words.join(" "), JSON.parse(options.toString()));
  }),
);
process.stdin.on("end", () => process.exit(0));
send(READY);
