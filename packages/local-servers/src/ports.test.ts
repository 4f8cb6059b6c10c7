import assert from "node:assert/strict";
import { createServer } from "node:net";
import { test } from "node:test";
import { freePorts } from "./ports.ts";

test("free ports are all different, can be had, and are none that outgoing connections are given", async () => {
  const ports = await freePorts(40);
  assert.equal(new Set(ports).size, 40);
  assert.ok(ports.every((port) => port < 32_768));
  for (const port of ports) {
    const server = createServer();
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject).listen(port, "127.0.0.1", resolve);
    });
    server.close();
  }
});
