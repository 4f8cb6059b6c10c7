import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { test } from "node:test";
import { root } from "../manifests.ts";
import { host } from "./control-plane.ts";
import { within } from "./pods.ts";
import { running } from "./running.ts";

test("all that solo does for somebody, by HTTP and by gRPC, the mesh does through the gateway", async (t) => {
  const { person, rootFile } = running();
  const { NODE_TEST_CONTEXT: _context, ...env } = process.env;
  const suite = join(root, "solo/test/end-to-end.test.ts");
  const { program, args } = within(person, process.execPath, "--test-reporter=tap", suite);
  const child = spawn(program, args, {
    env: {
      ...env,
      ...{ FINFLOW_URL: `https://${host}`, FINFLOW_GRPC: `https://${host}:443`, FINFLOW_PROXIED: "true" },
      // Of fetch, and of grpc-js.
      ...{ NODE_EXTRA_CA_CERTS: rootFile, GRPC_DEFAULT_SSL_ROOTS_FILE_PATH: rootFile },
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const said: string[] = [];
  child.stdout.on("data", (chunk) => said.push(String(chunk)));
  const [code] = (await once(child, "close")) as [number | null];
  const heard = said.join("");
  assert.equal(code, 0, heard);
  const [, passed] = /^# pass (\d+)$/m.exec(heard) ?? assert.fail(heard);
  t.diagnostic(`${passed} tests of it passed`);
  assert.match(heard, /^# skipped 0$/m);
});
