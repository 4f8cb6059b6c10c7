import assert from "node:assert/strict";
import { createHash, randomBytes, randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { CopyObjectCommand, CreateBucketCommand, S3Client } from "@aws-sdk/client-s3";
import { type SeaweedFs, startSeaweedFs } from "@finflow/local-servers/seaweedfs";
import { objectsContract } from "@finflow/objects/objects.contract";
import { openS3Objects } from "@finflow/objects/s3-objects";

const bucket = "finflow-test";
let folder = "";
let server: SeaweedFs;
let store: ReturnType<typeof openS3Objects>;
let client: S3Client;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "finflow-s3-"));
  server = await startSeaweedFs(folder);
  const { endpoint, region, credentials } = server;
  client = new S3Client({ endpoint, region, credentials, forcePathStyle: true });
  await client.send(new CreateBucketCommand({ Bucket: bucket }));
  store = openS3Objects({ bucket, endpoint, region, credentials });
});
after(async () => {
  store?.close();
  client?.destroy();
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

const send = async (url: string, headers: Record<string, string>, bytes: Uint8Array) => {
  const answer = await fetch(url, { method: "PUT", headers, body: Buffer.from(bytes) });
  await answer.text();
  return answer.status;
};

objectsContract("S3", { store: () => store, send });

const announced = (bytes: Uint8Array) => ({
  sizeBytes: bytes.byteLength,
  sha256: createHash("sha256").update(bytes).digest("hex"),
});

test("a presigned address is for one type and one checksum, and says both in its headers", async () => {
  const bytes = randomBytes(2_000);
  const key = randomUUID();
  const expiresAt = new Date(Date.now() + 60_000);
  const { url, headers } = await store.presignPut({ key, ...announced(bytes), expiresAt });
  const isRefused = async (changed: Record<string, string>) => {
    const status = await send(url, changed, bytes);
    assert.ok(status >= 400 && status < 500, String(status));
  };
  await isRefused({ ...headers, "content-type": "text/html" });
  await isRefused({ ...headers, "x-amz-checksum-sha256": Buffer.alloc(32).toString("base64") });
  await isRefused({ "content-type": headers["content-type"]! });
  assert.equal(await store.stat(key), undefined);
  assert.equal(await send(url, headers, bytes), 200);
});

test("an object without a checksum of its own is told by its bytes", async () => {
  const bytes = randomBytes(3_000);
  const [from, to] = [randomUUID(), randomUUID()];
  const { url } = await store.presignPut({
    key: from,
    ...announced(bytes),
    expiresAt: new Date(Date.now() + 60_000),
  });
  assert.ok(url.startsWith(server.endpoint));
  await store.put(from, bytes, announced(bytes));
  const source = `${bucket}/documents/${from}`;
  await client.send(new CopyObjectCommand({ Bucket: bucket, Key: `documents/${to}`, CopySource: source }));
  assert.deepEqual(await store.stat(to), announced(bytes));
});

test("a store that is away is an error, and not an absent object", async () => {
  const away = openS3Objects({
    bucket,
    region: server.region,
    credentials: server.credentials,
    endpoint: "http://127.0.0.1:9",
  });
  await assert.rejects(away.get(randomUUID()), (error: { code?: string }) => error.code === "ECONNREFUSED");
  await assert.rejects(away.stat(randomUUID()));
  away.close();
});
