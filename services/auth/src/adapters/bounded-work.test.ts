import assert from "node:assert/strict";
import { test } from "node:test";
import { createBoundedWork } from "./bounded-work.ts";

/** Work that ends when told to, and the order in which it began. */
function gates(): {
  begun: string[];
  work: (name: string) => () => Promise<string>;
  open: (name: string) => void;
} {
  const begun: string[] = [];
  const opened = new Map<string, () => void>();
  return {
    begun,
    work: (name) => () => {
      begun.push(name);
      return new Promise((resolve) => opened.set(name, () => resolve(name)));
    },
    open: (name) => opened.get(name)?.(),
  };
}

test("so many run, so many wait in order, the rest is refused", async () => {
  const bounded = createBoundedWork({ running: 2, waiting: 2 });
  const { begun, work, open } = gates();
  const [a, b, c, d] = ["a", "b", "c", "d"].map((name) => bounded(work(name)));
  await assert.rejects(bounded(work("e")), { reason: "busy", details: { retryAfterMs: 1_000 } });
  assert.deepEqual(begun, ["a", "b"]);
  open("b");
  assert.equal(await b, "b");
  assert.deepEqual(begun, ["a", "b", "c"]);
  const f = bounded(work("f"));
  for (const name of ["a", "c"]) open(name);
  assert.deepEqual(await Promise.all([a, c]), ["a", "c"]);
  for (const name of ["d", "f"]) open(name);
  assert.deepEqual(await Promise.all([d, f]), ["d", "f"]);
});

test("who is gone before the turn comes gives up the place, and work that fails frees its own", async () => {
  const bounded = createBoundedWork({ running: 1, waiting: 1 });
  const { begun, work, open } = gates();
  const first = bounded(work("a"));
  const gone = new AbortController();
  const waiting = bounded(work("b"), gone.signal);
  gone.abort(new Error("left"));
  await assert.rejects(waiting, /left/);
  await assert.rejects(bounded(work("c"), gone.signal), /left/);
  const failing = bounded(() => Promise.reject(new Error("broken")));
  open("a");
  await first;
  await assert.rejects(failing, /broken/);
  const last = bounded(work("d"));
  open("d");
  assert.equal(await last, "d");
  assert.deepEqual(begun, ["a", "d"]);
});
