import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { startEnvoy } from "@finflow/local-servers/envoy";
import { startKafka } from "@finflow/local-servers/kafka";
import { startMongod } from "@finflow/local-servers/mongod";
import { accepts, answerTo, freePorts } from "@finflow/local-servers/ports";
import { startSeaweedFs } from "@finflow/local-servers/seaweedfs";
import { startProcess } from "@finflow/local-servers/server-process";
import { startValkey } from "@finflow/local-servers/valkey";
import { MongoClient } from "mongodb";

let folder = "";
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "finflow-servers-"));
});
after(() => rm(folder, { recursive: true, force: true }));

test("MongoDB: what was acknowledged outlives a kill, on the same port, and transactions work", async () => {
  const home = join(folder, "mongod");
  const first = await startMongod(home);
  const write = async (url: string, id: number) => {
    await using client = new MongoClient(url);
    const rows = client.db("test").collection<{ _id: number }>("rows");
    await client.withSession((session) =>
      session.withTransaction(() => rows.insertOne({ _id: id }, { session }), {
        writeConcern: { w: "majority", j: true },
      }),
    );
    return (await rows.find().toArray()).map(({ _id }) => _id);
  };
  assert.deepEqual(await write(first.url, 1), [1]);
  await first.kill();
  const second = await startMongod(home, first.port);
  assert.deepEqual(await write(second.url, 2), [1, 2]);
  await second.stop();
  assert.equal(await accepts(first.port), false);
});

test("Valkey for jobs never evicts and keeps what it was told across a kill; the cache's does not keep", async () => {
  const jobs = await startValkey(join(folder, "jobs"), "jobs");
  const cache = await startValkey(join(folder, "cache"), "cache");
  assert.match(await answerTo(jobs.port, "CONFIG GET maxmemory-policy"), /noeviction/);
  assert.match(await answerTo(cache.port, "CONFIG GET maxmemory-policy"), /allkeys-lru/);
  for (const { port } of [jobs, cache]) assert.match(await answerTo(port, "SET key value"), /OK/);
  // "everysec" is what it says: a second after the write it is on disk.
  await sleep(1_500);
  await jobs.kill();
  const again = await startValkey(join(folder, "jobs"), "jobs", jobs.port);
  assert.match(await answerTo(again.port, "GET key"), /value/);
  await Promise.all([again.stop(), cache.stop()]);
});

test("SeaweedFS speaks S3 and refuses whoever does not sign", async () => {
  const server = await startSeaweedFs(join(folder, "seaweedfs"));
  const answer = await fetch(`${server.endpoint}/bucket/key`);
  assert.equal(answer.status, 403);
  assert.match(await answer.text(), /AccessDenied/);
  await server.stop();
});

test("Kafka: three brokers start, and one that was killed comes back", async () => {
  const kafka = await startKafka(join(folder, "kafka"), 3);
  const ports = kafka.bootstrap.map((address) => Number(address.split(":")[1]));
  await kafka.brokers[1]!.kill();
  assert.equal(await accepts(ports[1]!), false);
  await kafka.restart(1);
  for (const port of ports) assert.ok(await accepts(port));
  await kafka.stop();
});

test("Envoy is ready when its admin port says LIVE", async () => {
  const [admin] = await freePorts(1);
  const config = join(folder, "envoy.json");
  const address = { socket_address: { address: "127.0.0.1", port_value: admin } };
  await writeFile(config, JSON.stringify({ admin: { address }, static_resources: {} }));
  const envoy = await startEnvoy(join(folder, "envoy"), config, admin!);
  await envoy.stop();
  assert.equal(await accepts(admin!), false);
});

test("a server that cannot start says why, and none is left", async () => {
  const refused = startProcess({
    name: "sh",
    program: "/bin/sh",
    args: ["-c", "echo the disk is full >&2; exit 3"],
    folder,
    isReady: () => Promise.resolve(false),
  });
  await assert.rejects(refused, {
    name: "ServerError",
    reason: "did_not_start",
    message: /the disk is full/,
  });
});

test("servers die with whoever started them, even when that is killed", async () => {
  const program = join(folder, "starts-and-hangs.ts");
  const source = join(import.meta.dirname, "../src/valkey.ts");
  await writeFile(
    program,
    `import { startValkey } from ${JSON.stringify(source)};
     const { pid, port } = await startValkey(${JSON.stringify(join(folder, "orphan"))}, "cache");
     console.log(JSON.stringify({ pid, port }));
     setInterval(() => {}, 1000);`,
  );
  const child = spawn(process.execPath, [program], { stdio: ["ignore", "pipe", "inherit"] });
  const [line] = (await once(child.stdout, "data")) as [Buffer];
  const { pid, port } = JSON.parse(line.toString()) as { pid: number; port: number };
  assert.ok(await accepts(port));
  child.kill("SIGKILL");
  while (await isRunning(pid)) await sleep(20);
  assert.equal(await accepts(port), false);
});

/** A process that ended and that nobody has asked about yet still has an entry, with the state Z. */
async function isRunning(pid: number): Promise<boolean> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  return stat !== "" && !/\) Z /.test(stat);
}
