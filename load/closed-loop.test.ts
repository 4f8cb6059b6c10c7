import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { test } from "node:test";
import { closedLoop, percentile } from "./closed-loop.ts";

test("percentiles are values that were measured", () => {
  const hundred = Array.from({ length: 100 }, (_, index) => index + 1);
  assert.deepEqual(
    [percentile(hundred, 50), percentile(hundred, 99), percentile(hundred, 100)],
    [50, 99, 100],
  );
  assert.equal(percentile([7], 95), 7);
  assert.ok(Number.isNaN(percentile([], 50)));
});

test("no user sends a request before having the answer to the last; a refusal ends the run", async () => {
  const waiting = new Set<string>();
  let most = 0;
  let status = 200;
  const server = createServer((request, response) => {
    const user = request.url ?? "";
    assert.ok(!waiting.has(user), "two at once of one user");
    waiting.add(user);
    most = Math.max(most, waiting.size);
    setImmediate(() => {
      waiting.delete(user);
      response.writeHead(status).end();
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const options = { url, users: 4, seconds: 0.1, next: (user: number) => ({ path: `/${user}` }) };
  try {
    const { latencies, perSecond } = await closedLoop(options);
    assert.ok(latencies.length > 0);
    assert.equal(perSecond, latencies.length / 0.1);
    assert.deepEqual(
      latencies,
      latencies.toSorted((a, b) => a - b),
    );
    assert.ok(most <= 4);
    status = 429;
    await assert.rejects(closedLoop(options), /answered 429/);
  } finally {
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  }
});
