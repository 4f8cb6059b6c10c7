import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { createHash, randomBytes, randomUUID } from "node:crypto";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { openFileObjects } from "../src/file-objects.ts";
import { ObjectError, type ObjectStore } from "../src/object-store.ts";
import { objectsContract } from "../src/objects.contract.ts";
import { SignedPutError, UPLOAD_PATH, verifySignedPut } from "../src/signed-put.ts";

const root = mkdtempSync(join(tmpdir(), "finflow-objects-"));
const folder = join(root, "objects");
const signingKey = randomBytes(32);
let store: ObjectStore;

/** The route that takes uploads, as small as it can be. */
const server = createServer(async (request, response) => {
  const { pathname, searchParams } = new URL(request.url!, "http://host");
  try {
    const allowed = verifySignedPut(signingKey, pathname.slice(UPLOAD_PATH.length), searchParams, new Date());
    await store.put(allowed.key, request.iterator({ destroyOnReturn: false }), allowed.expected);
    response.writeHead(200).end();
  } catch (error) {
    const expected = error instanceof SignedPutError || error instanceof ObjectError;
    response.writeHead(expected ? 403 : 500, { connection: "close" }).end(String(error));
  }
});

before(async () => {
  store = await openFileObjects({ folder, signingKey });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
after(() => {
  server.close();
  rmSync(root, { recursive: true, force: true });
});

objectsContract("files", {
  store: () => store,
  send: async (url, headers, bytes) => {
    const { port } = server.address() as AddressInfo;
    const answer = await fetch(`http://127.0.0.1:${port}${url}`, {
      method: "PUT",
      headers,
      body: Buffer.from(bytes),
    });
    await answer.text();
    return answer.status;
  },
});

const expected = (bytes: Uint8Array) => ({
  sizeBytes: bytes.byteLength,
  sha256: createHash("sha256").update(bytes).digest("hex"),
});

test("nobody else may look: folders are 0700, files 0600, and nothing unfinished stays", async () => {
  const key = randomUUID();
  await store.put(key, Buffer.from("x"), expected(Buffer.from("x")));
  for (const path of ["", "documents", "incoming"]) {
    assert.equal(statSync(join(folder, path)).mode & 0o777, 0o700);
  }
  assert.equal(statSync(join(folder, "documents", key)).mode & 0o777, 0o600);
  assert.deepEqual(readdirSync(join(folder, "incoming")), []);
});

test("a folder that was open to others is closed to them", async () => {
  const open = join(root, "open");
  mkdirSync(open);
  chmodSync(open, 0o755);
  await openFileObjects({ folder: open, signingKey });
  assert.equal(statSync(open).mode & 0o777, 0o700);
});

test("a file that is no object is not listed", async () => {
  writeFileSync(join(folder, "documents", ".DS_Store"), "");
  for await (const { key } of store.list()) assert.match(key, /^[0-9a-f-]{36}$/);
});

test("bytes that rotted on the disk are told by their checksum", async () => {
  const key = randomUUID();
  const bytes = Buffer.from("as it was");
  await store.put(key, bytes, expected(bytes));
  writeFileSync(join(folder, "documents", key), "as it is!");
  assert.notEqual((await store.stat(key))!.sha256, expected(bytes).sha256);
});

test("a put that was killed is swept when the store is opened, and one at work is not", async () => {
  const killed = join(root, "killed");
  const key = randomUUID();
  const writer = spawn(process.execPath, [join(import.meta.dirname, "endless-put.ts"), killed, key], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await new Promise((resolve) => writer.stdout.once("data", resolve));
  writer.kill("SIGKILL");
  await new Promise((resolve) => writer.once("close", resolve));
  assert.equal(readdirSync(join(killed, "incoming")).length, 1);

  const reopened = await openFileObjects({ folder: killed, signingKey });
  assert.deepEqual(readdirSync(join(killed, "incoming")), []);
  assert.equal(await reopened.get(key), undefined);

  const bytes = Buffer.from("ab");
  async function* whileItIsOpenedAgain() {
    yield bytes.subarray(0, 1);
    await openFileObjects({ folder: killed, signingKey });
    yield bytes.subarray(1);
  }
  await reopened.put(key, whileItIsOpenedAgain(), expected(bytes));
  assert.deepEqual(await reopened.stat(key), expected(bytes));
});

/** Has a process put 2 MB into a folder under some restriction; it prints what came of it. */
const restricted = (shell: string, target: string) =>
  spawnSync("/bin/sh", ["-c", shell, process.execPath, join(import.meta.dirname, "large-put.ts"), target], {
    encoding: "utf8",
  });

test("no room for the file is an error of its own, and leaves nothing", () => {
  const target = join(root, "limited");
  const run = restricted('ulimit -f 1000; exec "$0" "$@"', target);
  assert.equal(run.stdout, "no_space, nothing left\n", run.stderr);
});

const mount = 'mount -t tmpfs -o size=1m none "$2"';
const target = join(root, "full");
mkdirSync(target);
const mayMount = spawnSync("unshare", ["-m", "/bin/sh", "-c", mount, "sh", "", target]).status === 0;
const skip = mayMount ? false : "LEFT OUT: a full disk needs the right to mount one (root on Linux)";

test("a full disk is no room", { skip }, () => {
  const run = restricted(`exec unshare -m /bin/sh -c '${mount}; exec "$0" "$@"' "$0" "$@"`, target);
  assert.equal(run.stdout, "no_space, nothing left\n", run.stderr);
});
