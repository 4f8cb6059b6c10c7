import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { command, obedientReader, obedientScanProgram } from "./obedient-reader.ts";

const reader = obedientReader();
const scanReader = obedientReader({ program: obedientScanProgram });
const folder = mkdtempSync(join(tmpdir(), "finflow-sandbox-"));
let connections = 0;
const byPort = createServer((socket) => {
  connections++;
  socket.destroy();
});
const byPath = createServer((socket) => {
  connections++;
  socket.destroy();
});

before(async () => {
  await new Promise<void>((resolve) => byPort.listen(0, "127.0.0.1", resolve));
  await new Promise<void>((resolve) => byPath.listen(join(folder, "socket"), resolve));
});
after(async () => {
  await Promise.all([reader.close(), scanReader.close()]);
  byPort.close();
  byPath.close();
  rmSync(folder, { recursive: true, force: true });
});

// Node denies the network from 25 on; the package's test runs this one on older versions too.
const deniesNetwork = process.allowedNodeEnvironmentFlags.has("--allow-net");
const network = new Set([
  "connect to loopback",
  "connect to a unix socket",
  "fetch over HTTP",
  "listen on a port",
  "send a datagram",
  "look up a name",
  "resolve a name",
]);

function deniable(deeds: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(deeds).filter(([deed]) => deniesNetwork || !network.has(deed)));
}

const denied = "ERR_ACCESS_DENIED";
const nothing = {
  environment: '{"MALLOC_ARENA_MAX":"1"}',
  "read a file": denied,
  "read its environment": denied,
  "list a folder": denied,
  "read above its code": denied,
  "write a file": denied,
  "write beside its code": denied,
  "connect to loopback": denied,
  "connect to a unix socket": denied,
  "fetch over HTTP": denied,
  "listen on a port": denied,
  "send a datagram": denied,
  "look up a name": denied,
  "resolve a name": denied,
  "start a program": denied,
  "start a worker": denied,
  "load an addon": "ERR_DLOPEN_DISABLED",
  "open the inspector": denied,
  "open a database": "ERR_UNKNOWN_BUILTIN_MODULE",
  "run a string": "Code generation from strings disallowed for this context",
  "write a report": denied,
};

async function attempted(who: typeof reader, deed: string): Promise<Record<string, string>> {
  const { port } = byPort.address() as AddressInfo;
  const found = await command(who, `${deed} ${port} ${join(folder, "socket")} ${folder}`);
  if (deniesNetwork) assert.equal(connections, 0);
  assert.deepEqual(readdirSync(folder), ["socket"]);
  assert.ok(!existsSync(join(import.meta.dirname, "written")));
  return JSON.parse(found);
}

test("a child reaches no file, no network, no program and no secret", async () => {
  assert.deepEqual(deniable(await attempted(reader, "attempt")), deniable(nothing));
});

test("nor does a child that reads scans, once it has its threads and its native code", async () => {
  const found = await attempted(scanReader, "attempt");
  const expected: Record<string, string> = {
    ...nothing,
    environment: '{"HOME":"/nonexistent"}',
    "load an addon": denied,
  };
  // Node 22 cannot give up what it was once allowed.
  if (Number.parseInt(process.versions.node, 10) < 24) {
    for (const kept of ["start a worker", "load an addon"]) expected[kept] = found[kept]!;
  }
  assert.deepEqual(deniable(found), deniable(expected));
});

test("only the known options reach a child, and by pipe", async () => {
  const options = { password: "p\u00e4ss\n", year: 2024, currency: "EUR", today: "2025-01-01", secret: "no" };
  const { secret: _, ...known } = options;
  assert.deepEqual(JSON.parse(await command(reader, "options", options)), known);
});
