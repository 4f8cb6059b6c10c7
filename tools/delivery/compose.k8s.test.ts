import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { parse } from "yaml";
import { givenServers } from "../../mesh/src/server-environment.ts";
import { goProgram } from "../test-k8s/programs/go-program.ts";
import { orSkip } from "../test-k8s/programs/or-skip.ts";

const root = join(import.meta.dirname, "../..");
const text = readFileSync(join(root, "compose.yaml"), "utf8");

type Service = {
  image: string;
  ports: string[];
  command?: string[];
  healthcheck: unknown;
  volumes?: string[];
  configs?: { source: string }[];
};
type Compose = { services: Record<string, Service>; volumes: object; configs: object };
const compose = parse(text, { merge: true }) as Compose;
const services = Object.entries(compose.services);

/** What reads compose files in docker compose itself. */
const composeReader = () =>
  goProgram({
    name: "cmd",
    package: "github.com/compose-spec/compose-go/v2/cmd",
    version: "v2.16.2",
    variable: "FINFLOW_COMPOSE_READER",
  });

test("docker compose's own reader takes the file, and refuses mistakes in it", async (t) => {
  const program = await orSkip(t, composeReader);
  if (!program) return;
  const folder = await mkdtemp(join(tmpdir(), "finflow-compose-"));
  const reads = async (content: string) => {
    const file = join(folder, "compose.yaml");
    await writeFile(file, content);
    return spawnSync(program, [file], { encoding: "utf8" });
  };
  try {
    const good = await reads(text);
    assert.equal(good.status, 0, good.stderr);
    for (const [right, wrong] of [
      ["healthcheck:", "healthchecks:"],
      ["retries: 24", "retries: many"],
      ["source: databases", "sources: databases"],
      ['"127.0.0.1:5432:5432"', '"127.0.0.1:543200:5432"'],
    ] as const) {
      assert.notEqual((await reads(text.replace(right, wrong))).status, 0, wrong);
    }
  } finally {
    await rm(folder, { recursive: true });
  }
});

test("compose.env names every server that npm run mesh can be given, where compose.yaml has it", () => {
  const read = spawnSync("sh", ["-c", "set -a; . ./compose.env; env -0"], {
    cwd: root,
    encoding: "utf8",
    env: {},
  });
  const given = Object.fromEntries(
    read.stdout
      .split("\0")
      .map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]),
  );
  const named = givenServers.parse(given);
  const missing = Object.keys(givenServers.shape).filter((name) => !(name in named));
  assert.deepEqual(missing, []);
  const wanted = Object.values(named)
    .join(" ")
    .match(/127\.0\.0\.1:\d+/g);
  const published = services.flatMap(([, { ports }]) =>
    ports.map((port) => port.split(":").slice(0, 2).join(":")),
  );
  assert.deepEqual(new Set(wanted), new Set(published), "and nothing is published but to this machine");
});

test("the servers are those of dev's cluster, in the same versions, each watched", () => {
  const dev = globSync("k8s/overlays/dev/stores/*.yaml", { cwd: root }).flatMap((file) =>
    [...readFileSync(join(root, file), "utf8").matchAll(/image: (\S+)/g)].map(([, image]) => image!),
  );
  assert.deepEqual(new Set(services.map(([, { image }]) => image)), new Set(dev));
  const [volumes, configs] = [Object.keys(compose.volumes), Object.keys(compose.configs)];
  assert.deepEqual(
    services.flatMap(([, service]) => service.volumes ?? []).map((volume) => volume.split(":")[0]),
    volumes,
    "each volume is one service's",
  );
  const used = services.flatMap(([, service]) => service.configs ?? []).map(({ source }) => source);
  assert.deepEqual(used, configs);
  for (const [name, { healthcheck }] of services) assert.ok(healthcheck, `${name} says when it is ready`);
  const policyOf = (name: string) => services.find(([each]) => each === name)?.[1].command?.at(-1);
  assert.deepEqual([policyOf("jobs-redis"), policyOf("cache-redis")], ["noeviction", "allkeys-lru"]);
});
