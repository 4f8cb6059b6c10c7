import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { join } from "node:path";
import { test } from "node:test";
import { encodeRequest } from "../../src/child/frame.ts";
import { DEFAULT_LIMITS } from "../../src/child/limits.ts";
import { sandboxed } from "../../src/child/sandbox.ts";
import { command, obedientProgram, obedientReader } from "./obedient-reader.ts";
import { childrenOf, gone } from "./processes.ts";

/** Lets readings that were asked for get to their processes. */
const begun = () => new Promise((resolve) => setImmediate(resolve));

test("each file has a process of its own", async () => {
  const reader = obedientReader({ ahead: 2 });
  const pids = await Promise.all([1, 2, 3, 4].map(() => command(reader, "pid")));
  assert.equal(new Set(pids).size, 4);
  await reader.close();
});

test("a closed reader leaves no process and takes no file", async () => {
  const reader = obedientReader({ ahead: 3 });
  const stopped = assert.rejects(command(reader, "hang"), { reason: "internal" });
  assert.equal(await command(reader, "say hello"), "hello");
  assert.ok(childrenOf(process.pid).length > 0);
  await reader.close();
  await stopped;
  assert.deepEqual(childrenOf(process.pid), []);
  await assert.rejects(command(reader, "say hello"), /closed/);
});

test("an aborted reading ends its process, and one that waits never has one", async () => {
  const reader = obedientReader({ atOnce: 1 });
  const first = new AbortController();
  const second = new AbortController();
  const running = assert.rejects(command(reader, "hang", {}, first.signal), /first/);
  const waiting = assert.rejects(command(reader, "hang", {}, second.signal), /second/);
  const last = command(reader, "say last");
  await begun();
  assert.equal(childrenOf(process.pid).length, 1);
  second.abort(new Error("second"));
  await waiting;
  first.abort(new Error("first"));
  await running;
  assert.equal(await last, "last");
  await assert.rejects(command(reader, "say hello", {}, AbortSignal.abort(new Error("before"))), /before/);
  await reader.close();
  assert.deepEqual(childrenOf(process.pid), []);
});

test("no more files are read at once than said", async () => {
  const reader = obedientReader({ atOnce: 2 });
  const stop = new AbortController();
  const running = [1, 2, 3, 4, 5].map(() => command(reader, "hang", {}, stop.signal));
  await begun();
  assert.equal(childrenOf(process.pid).length, 2);
  stop.abort();
  await Promise.allSettled(running);
  await reader.close();
});

test("an idle process that was killed costs no file", async () => {
  const reader = obedientReader({ ahead: 1 });
  const [idle] = childrenOf(process.pid);
  process.kill(idle!, "SIGKILL");
  await gone(idle!);
  // It is reaped before its end is reported: wait until that has been heard too.
  await new Promise((resolve) => setImmediate(resolve));
  assert.equal(await command(reader, "say hello"), "hello");
  await reader.close();
});

test("a program that cannot start fails its file and is not started over and over", async () => {
  const reader = obedientReader({ ahead: 1, program: { entry: "/nowhere/at/all.ts", readable: [] } });
  await assert.rejects(command(reader, "say hello"), { reason: "internal" });
  await reader.close();
  assert.deepEqual(childrenOf(process.pid), []);
});

test("children end when their parent is killed", async () => {
  const parent = spawn(process.execPath, [join(import.meta.dirname, "doomed-parent.ts")], {
    stdio: "inherit",
  });
  let children: number[] = [];
  while (children.length < 2) {
    await begun();
    children = childrenOf(parent.pid!);
  }
  parent.kill("SIGKILL");
  for (const pid of children) await gone(pid);
});

test("a child that computes without a parent is stopped by the kernel", async () => {
  // The kernel's limit lies 3 s above the parent's, so this is 1 s.
  const limits = { ...DEFAULT_LIMITS, cpuSeconds: -2 };
  const orphan = spawn("/bin/sh", sandboxed(obedientProgram, limits), {
    stdio: ["pipe", "ignore", "ignore", "pipe"],
  });
  for (const part of encodeRequest(Buffer.from("spin"), {})) orphan.stdin!.write(part);
  const signal = await new Promise((resolve) => orphan.on("exit", (_code, signal) => resolve(signal)));
  assert.equal(signal, "SIGXCPU");
});
