import assert from "node:assert/strict";
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";
import { kafkaJars } from "@finflow/local-servers/kafka-jars";
import { programOf } from "@finflow/local-servers/programs";
import { ServerError } from "@finflow/local-servers/server-error";
import { sharedServerVariable } from "@finflow/postgres/test-database";
import { apiServerPrograms } from "./cluster/api-server.ts";
import { definitionFiles } from "./cluster/definitions.ts";
import { certificatesProgram, pilotProgram } from "./programs/istio.ts";
import { unlessMissing } from "./programs/or-skip.ts";

const run = promisify(execFile);

/** Pods of its own, with redirection as Istio sets it up, are made of the system's network namespaces. */
async function networkNamespaces(): Promise<void> {
  const trial =
    "ip link add left type veth peer name right && iptables -w -t nat -A OUTPUT -p tcp -j REDIRECT --to-ports 1";
  try {
    await run("unshare", ["--net", "--mount", "sh", "-c", `${trial} && command -v setpriv`]);
  } catch (cause) {
    const { stderr, message } = cause as { stderr?: string; message: string };
    const why =
      "pods need network namespaces: Linux, root, and the programs unshare, ip, iptables and setpriv";
    throw new ServerError("unavailable", `${why} (${(stderr || message).trim()})`, { cause });
  }
}

test("production's rules, kept by Envoys in front of every service itself", async (t) => {
  const missing = await unlessMissing("traffic through the mesh", async () => {
    await networkNamespaces();
    // Within the namespaces there is no network to fetch anything from.
    await programOf("envoy");
    await programOf("valkey");
    await programOf("mongod");
    await programOf("seaweedfs");
    await kafkaJars();
    await apiServerPrograms();
    await pilotProgram();
    await certificatesProgram();
    await definitionFiles();
  });
  if (missing) return t.skip(missing);
  const folder = await mkdtemp(join(tmpdir(), "traffic-"));
  // Another runner's children report in a way of their own, and its PostgreSQL is not reached from there.
  const { NODE_TEST_CONTEXT: _context, [sharedServerVariable]: _server, ...env } = process.env;
  const script = join(import.meta.dirname, "traffic/in-namespace.ts");
  const child = spawn(
    "unshare",
    ["--net", "--mount", "--", process.execPath, "--test-reporter=tap", script, folder],
    {
      env,
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  const said: string[] = [];
  child.stdout.on("data", (chunk) => said.push(String(chunk)));
  const [code] = (await once(child, "close")) as [number | null];
  const lines = said.join("").split("\n");
  for (const line of lines.filter((one) => /^(not )?ok /.test(one))) t.diagnostic(line);
  assert.equal(code, 0, `its logs are in ${folder}\n${lines.join("\n")}`);
  assert.ok(lines.filter((line) => line.startsWith("ok ")).length === 21);
  await rm(folder, { recursive: true, force: true });
});
