import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { parsePs, readProc, type Usage, watchPs, watchUsage } from "./usage.ts";

const plausible = (usage: Usage) => {
  assert.ok(usage.residentBytes > 20e6 && usage.residentBytes < 2e9, JSON.stringify(usage));
  assert.ok(usage.cpuSeconds >= 0 && usage.cpuSeconds < 60, JSON.stringify(usage));
};

const hasPs = spawnSync("ps", ["-p", String(process.pid)]).status === 0;

for (const [name, watch] of Object.entries({ watchUsage, watchPs })) {
  const skip = name === "watchPs" && !hasPs && "LEFT OUT: there is no ps here, which only macOS needs";
  test(`${name} reports this process more than once, and no more when stopped`, { skip }, async () => {
    const seen: Usage[] = [];
    await new Promise<void>((resolve) => {
      const stop = watch(process.pid, (usage) => {
        seen.push(usage);
        if (seen.length === 2) setImmediate(() => resolve(stop()));
      });
    });
    assert.equal(seen.length, 2);
    seen.forEach(plausible);
  });
}

test("a process that is gone is nothing", {
  skip: process.platform !== "linux" && "only Linux has /proc",
}, () => {
  // The kernel's largest possible process id is 2^22.
  assert.equal(readProc(2 ** 22 + 1), undefined);
});

test("the clock of ps is read in all its forms", () => {
  assert.deepEqual(parsePs(" 1000   0:01.50\n"), { residentBytes: 1_024_000, cpuSeconds: 1.5 });
  assert.deepEqual(parsePs("1000 00:01:05\n"), { residentBytes: 1_024_000, cpuSeconds: 65 });
  assert.deepEqual(parsePs("1 1-02:00:00"), { residentBytes: 1024, cpuSeconds: 93_600 });
  assert.deepEqual(parsePs("1 0:00,25"), { residentBytes: 1024, cpuSeconds: 0.25 });
  for (const line of ["", "RSS TIME", "12", "12 5", "x 0:01"]) assert.equal(parsePs(line), undefined, line);
});
