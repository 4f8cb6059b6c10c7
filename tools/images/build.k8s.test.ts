import assert from "node:assert/strict";
import { generateKeyPairSync } from "node:crypto";
import { existsSync, globSync, lstatSync } from "node:fs";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, type TestContext, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { freePorts } from "@finflow/local-servers/ports";
import { renderStatement } from "@finflow/sample-statements/render-statement";
import { samples } from "@finflow/sample-statements/samples";
import { scanOf } from "@finflow/sample-statements/scan-of";
import { orSkip } from "../test-k8s/programs/or-skip.ts";
import { assertCanBuild, runIn } from "./buildah.ts";
import { type BuiltImage, buildImage } from "./built-image.ts";
import type { ImageName } from "./images.ts";

const nobodyWeKnow = 10001;
/** What each program asks for when it is told nothing: it was found, loaded whole, and read its environment. */
const programs: Record<ImageName, [file: string, asksFor: RegExp][]> = {
  auth: [
    ["services/auth/src/main.ts", /AUTH_ENCRYPTION_KEYS_FILE: is missing/],
    ["services/auth/src/migrate.ts", /DATABASE_URL: is missing/],
  ],
  upload: [
    ["services/upload/src/main.ts", /UPLOAD_SEALING_KEYS_FILE: is missing/],
    ["services/upload/src/worker-main.ts", /REDIS_JOBS_URL: is missing/],
    ["services/upload/src/migrate.ts", /DATABASE_URL: is missing/],
  ],
  analytics: [
    ["services/analytics/src/main.ts", /MONGODB_URL: is missing/],
    ["services/analytics/src/migrate.ts", /MONGODB_URL: is missing/],
  ],
  chatbot: [
    ["services/chatbot/src/main.ts", /MONGODB_URL: is missing/],
    ["services/chatbot/src/migrate.ts", /MONGODB_URL: is missing/],
  ],
  edge: [["edge/src/main.ts", /SERVICE_KEY_FILE: is missing/]],
};
const buildTools = "npm npx yarn corepack gcc cc g++ clang make cmake python3 go rustc git curl wget".split(
  " ",
);

/** Takes minutes, and root with buildah and debootstrap: `npm run images:test`. */
const wanted = process.env.FINFLOW_K8S_ALL === "1";
if (!wanted) {
  test("images are NOT BUILT here: npm run images:test does that", (t) => {
    t.diagnostic("LEFT OUT: what is in the images, and whether their programs start");
  });
}

describe("images, built on a Debian of our own making", { skip: !wanted }, () => {
  let folder = "";
  const built = new Map<ImageName, BuiltImage>();
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "finflow-images-"));
    await chmod(folder, 0o755);
  });
  after(async () => {
    for (const image of built.values()) await image.remove();
    await rm(folder, { recursive: true, force: true });
  });
  const imageOf = async (t: TestContext, name: ImageName): Promise<BuiltImage | undefined> => {
    const can = await orSkip(t, () => assertCanBuild().then(() => true));
    if (!can) return undefined;
    const npmCache = join(homedir(), ".npm");
    const image = built.get(name) ?? (await buildImage(name, existsSync(npmCache) ? npmCache : undefined));
    built.set(name, image);
    return image;
  };

  for (const name of Object.keys(programs) as ImageName[]) {
    test(`${name}: not root, no build tools, nothing that it may change; every program of it starts`, async (t) => {
      const image = await imageOf(t, name);
      if (!image) return;
      t.diagnostic(`finflow-${name} is ${image.size}`);
      assert.equal(image.config.User, `${nobodyWeKnow}:${nobodyWeKnow}`);
      assert.equal(image.config.WorkingDir, "/app");
      assert.deepEqual(image.config.Cmd, ["node", programs[name][0]![0]]);
      const folders = ["usr/local/sbin", "usr/local/bin", "usr/sbin", "usr/bin"];
      const found = folders.flatMap((at) => buildTools.map((tool) => join(image.files, at, tool)));
      assert.deepEqual(
        found.filter((path) => lstatSync(path, { throwIfNoEntry: false })),
        [],
      );
      const inside = globSync("app/**", { cwd: image.files });
      assert.ok(inside.length > 1_000, `only ${inside.length} files`);
      const tests = inside.filter((path) => /\.test\.ts$/.test(path) && !path.includes("node_modules/"));
      assert.deepEqual(tests, []);
      const changeable = inside.filter((path) => {
        const { uid, gid, mode } = lstatSync(join(image.files, path));
        const isLink = (mode & 0o170000) === 0o120000;
        return uid === nobodyWeKnow || gid === nobodyWeKnow || (!isLink && (mode & 0o002) !== 0);
      });
      assert.deepEqual(changeable, []);
      for (const [program, asksFor] of programs[name]) {
        const { code, said } = await runIn(image.container, [], ["node", program]);
        assert.match(said, asksFor);
        assert.equal(code, 78, said);
      }
    });
  }

  test("edge: lives on its admin port, carries the page, and ends in order on SIGTERM", async (t) => {
    const image = await imageOf(t, "edge");
    if (!image) return;
    assert.ok(lstatSync(join(image.files, "app/edge/web/dist/index.html")).isFile());
    const key = join(folder, "edge.pem");
    const { privateKey } = generateKeyPairSync("ed25519");
    await writeFile(key, privateKey.export({ type: "pkcs8", format: "pem" }));
    const [admin, http, grpc, redis] = await freePorts(4);
    const environment = {
      ...{ ADMIN_PORT: admin, PORT: http, GRPC_PORT: grpc, HOST: "127.0.0.1", FINFLOW_GRACE_MS: 1_000 },
      ...{ REDIS_CACHE_URL: `redis://127.0.0.1:${redis}`, SERVICE_KEY_FILE: "/etc/finflow/key.pem" },
    };
    const flags = Object.entries(environment).flatMap(([variable, value]) => [
      "--env",
      `${variable}=${value}`,
    ]);
    const command = ["timeout", "--preserve-status", "--signal=TERM", "45", "node", "edge/src/main.ts"];
    const running = runIn(image.container, [...flags, "--volume", `${key}:/etc/finflow/key.pem:ro`], command);
    const isOver = running.then(({ said }) => said);
    for (;;) {
      const alive = await fetch(`http://127.0.0.1:${admin}/livez`).catch(() => undefined);
      if (alive?.status === 200) break;
      const over = await Promise.race([isOver, sleep(250)]);
      assert.equal(over, undefined, "it ended before it lived");
    }
    const { code, said } = await running;
    assert.equal(code, 0, said);
  });

  test("upload: reads a statement, and a scan of it, in children of its own", async (t) => {
    const image = await imageOf(t, "upload");
    if (!image) return;
    const { pdf } = await renderStatement(samples("2026-03-07").find(({ id }) => id === "plain")!.spec);
    await writeFile(join(folder, "statement.pdf"), pdf);
    await writeFile(join(folder, "scan.pdf"), await scanOf(pdf, { dpi: 170, skew: 0.5, jpegQuality: 75 }));
    await writeFile(join(folder, "read.ts"), reading);
    const volume = ["--volume", `${folder}:/tmp/statements:ro`];
    const { code, said } = await runIn(image.container, volume, ["node", "/tmp/statements/read.ts"]);
    assert.equal(code, 0, said);
    assert.deepEqual(said.trim().split("\n"), ["statement.pdf reconciled", "scan.pdf reconciled"]);
  });
});

/** What the worker does with a file, in as few words as it goes. */
const reading = `
import { readFile } from "node:fs/promises";
const child = "/app/packages/statements/src/child/";
const { createStatementReader } = await import(child + "statement-reader.ts");
const { createScanReader } = await import(child + "read-scan.ts");
for (const [open, name] of [[createStatementReader, "statement.pdf"], [createScanReader, "scan.pdf"]]) {
  const reader = open();
  const { status } = await reader.read(await readFile("/tmp/statements/" + name));
  console.log(name, status);
  await reader.close();
}
`;
