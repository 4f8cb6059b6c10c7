import assert from "node:assert/strict";
import { createHash, randomBytes, randomUUID } from "node:crypto";
import { buffer } from "node:stream/consumers";
import { test } from "node:test";
import { ObjectError, type ObjectErrorReason, type ObjectStat, type ObjectStore } from "./object-store.ts";

export type ObjectsUnderTest = {
  store: () => ObjectStore;
  /** Sends bytes to a presigned address as a client does, and gives the HTTP status. */
  send: (url: string, headers: Record<string, string>, bytes: Uint8Array) => Promise<number>;
};

const announce = (bytes: Uint8Array): ObjectStat => ({
  sizeBytes: bytes.byteLength,
  sha256: createHash("sha256").update(bytes).digest("hex"),
});

const inAnHour = () => new Date(Date.now() + 3_600_000);

async function* inPieces(bytes: Uint8Array, size = 1000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.byteLength; at += size) yield bytes.subarray(at, at + size);
}

async function read(store: ObjectStore, key: string): Promise<Buffer | undefined> {
  const object = await store.get(key);
  if (!object) return undefined;
  const bytes = await buffer(object.body);
  assert.equal(object.sizeBytes, bytes.length);
  return bytes;
}

async function keys(store: ObjectStore): Promise<string[]> {
  const found: string[] = [];
  for await (const { key } of store.list()) found.push(key);
  return found;
}

const refused = (promise: Promise<unknown>, reason: ObjectErrorReason) =>
  assert.rejects(promise, (error) => {
    assert.ok(error instanceof ObjectError, String(error));
    assert.equal(error.reason, reason);
    return true;
  });

/** What every object store does, whatever it keeps its objects in. */
export function objectsContract(name: string, { store, send }: ObjectsUnderTest): void {
  test(`${name}: what was put comes back, whole or in pieces, small or large`, async () => {
    for (const size of [0, 1, 4_000_000]) {
      const bytes = randomBytes(size);
      const [whole, pieces] = [randomUUID(), randomUUID()];
      await store().put(whole, bytes, announce(bytes));
      await store().put(pieces, inPieces(bytes, 70_000), announce(bytes));
      for (const key of [whole, pieces]) {
        assert.deepEqual(await store().stat(key), announce(bytes));
        assert.ok(bytes.equals((await read(store(), key))!));
      }
    }
  });

  test(`${name}: what is not there is undefined, and may be deleted`, async () => {
    const key = randomUUID();
    assert.equal(await store().get(key), undefined);
    assert.equal(await store().stat(key), undefined);
    await store().delete(key);
  });

  test(`${name}: a deleted object is gone, twice too`, async () => {
    const key = randomUUID();
    await store().put(key, Buffer.from("x"), announce(Buffer.from("x")));
    await store().delete(key);
    await store().delete(key);
    assert.equal(await store().stat(key), undefined);
    assert.ok(!(await keys(store())).includes(key));
  });

  test(`${name}: what differs from its announcement is refused, and leaves nothing`, async () => {
    const bytes = randomBytes(5000);
    const { sizeBytes, sha256 } = announce(bytes);
    const key = randomUUID();
    await refused(store().put(key, bytes.subarray(1), { sizeBytes, sha256 }), "wrong_size");
    await refused(store().put(key, Buffer.concat([bytes, bytes]), { sizeBytes, sha256 }), "wrong_size");
    await refused(store().put(key, inPieces(bytes), { sizeBytes: 4999, sha256 }), "wrong_size");
    await refused(store().put(key, randomBytes(5000), { sizeBytes, sha256 }), "wrong_checksum");
    assert.equal(await store().stat(key), undefined);
    assert.ok(!(await keys(store())).includes(key));
  });

  test(`${name}: a refused put leaves the object that was there`, async () => {
    const bytes = Buffer.from("first");
    const key = randomUUID();
    await store().put(key, bytes, announce(bytes));
    await refused(store().put(key, Buffer.from("other"), announce(bytes)), "wrong_checksum");
    assert.ok(bytes.equals((await read(store(), key))!));
  });

  test(`${name}: a body that breaks off leaves nothing, and its error is passed on`, async () => {
    const key = randomUUID();
    const bytes = randomBytes(3000);
    async function* broken() {
      yield* inPieces(bytes);
      throw new Error("the connection was lost");
    }
    await assert.rejects(store().put(key, broken(), announce(bytes)), /connection was lost/);
    assert.equal(await store().stat(key), undefined);
  });

  test(`${name}: a put that is aborted while its body stalls ends, and leaves nothing`, async () => {
    const key = randomUUID();
    const bytes = randomBytes(3000);
    const stop = new AbortController();
    async function* stalled() {
      yield bytes.subarray(0, 1000);
      stop.abort(new Error("enough"));
      await new Promise(() => {});
    }
    await assert.rejects(store().put(key, stalled(), announce(bytes), stop.signal), /enough/);
    await assert.rejects(store().put(key, bytes, announce(bytes), stop.signal), /enough/);
    assert.equal(await store().stat(key), undefined);
  });

  test(`${name}: of two puts of one key, one is there, whole`, async () => {
    const key = randomUUID();
    const rivals = Array.from({ length: 8 }, (_, index) => Buffer.alloc(200_000, index));
    await Promise.all(rivals.map((bytes) => store().put(key, inPieces(bytes, 9999), announce(bytes))));
    const winner = (await read(store(), key))!;
    assert.ok(rivals.some((bytes) => bytes.equals(winner)));
    assert.deepEqual(await store().stat(key), announce(winner));
  });

  test(`${name}: an object that is deleted or replaced while it is read is read whole`, async () => {
    const bytes = randomBytes(2_000_000);
    const key = randomUUID();
    await store().put(key, bytes, announce(bytes));
    const object = (await store().get(key))!;
    await store().put(key, Buffer.from("new"), announce(Buffer.from("new")));
    await store().delete(key);
    assert.ok(bytes.equals(await buffer(object.body)));
  });

  test(`${name}: reading that is aborted ends, before it began or in its midst`, async () => {
    const bytes = randomBytes(4_000_000);
    const key = randomUUID();
    await store().put(key, bytes, announce(bytes));
    await assert.rejects(store().get(key, AbortSignal.abort(new Error("before"))), /before/);
    await assert.rejects(store().stat(key, AbortSignal.abort(new Error("before"))), /before/);
    const stop = new AbortController();
    const object = (await store().get(key, stop.signal))!;
    await assert.rejects(async () => {
      for await (const _ of object.body) stop.abort(new Error("amidst"));
    });
  });

  test(`${name}: a list has every object, its size and when it was put`, async () => {
    const key = randomUUID();
    const from = Date.now() - 2000;
    await store().put(key, Buffer.from("12345"), announce(Buffer.from("12345")));
    for await (const object of store().list()) {
      if (object.key !== key) continue;
      assert.equal(object.sizeBytes, 5);
      const at = object.modifiedAt.getTime();
      assert.ok(at >= from && at <= Date.now() + 2000);
      return;
    }
    assert.fail("not listed");
  });

  test(`${name}: a key that is no document's id is refused everywhere`, async () => {
    const bytes = Buffer.from("x");
    const bad = [
      "",
      "x",
      "../../etc/passwd",
      `../${randomUUID()}`,
      `${randomUUID()}/..`,
      `${randomUUID()}\0`,
    ];
    for (const key of [...bad, randomUUID().toUpperCase(), `${randomUUID()}\n`]) {
      await refused(store().put(key, bytes, announce(bytes)), "invalid_key");
      await refused(store().get(key), "invalid_key");
      await refused(store().stat(key), "invalid_key");
      await refused(store().delete(key), "invalid_key");
      await refused(store().presignPut({ key, ...announce(bytes), expiresAt: inAnHour() }), "invalid_key");
    }
  });

  test(`${name}: a presigned address takes the bytes it was made for`, async () => {
    const bytes = randomBytes(100_000);
    const key = randomUUID();
    const { url, headers } = await store().presignPut({ key, ...announce(bytes), expiresAt: inAnHour() });
    assert.equal(await send(url, headers, bytes), 200);
    assert.deepEqual(await store().stat(key), announce(bytes));
  });

  test(`${name}: a presigned address takes no other bytes, and none when it was changed or has expired`, async () => {
    const bytes = randomBytes(1000);
    const other = randomBytes(1000);
    const key = randomUUID();
    const request = { key, ...announce(bytes), expiresAt: inAnHour() };
    const { url, headers } = await store().presignPut(request);
    const refusedAt = async (address: string, body: Uint8Array) => {
      const status = await send(address, headers, body);
      assert.ok(status >= 400 && status < 500, `${status} for ${address}`);
    };
    await refusedAt(url, other);
    await refusedAt(url, bytes.subarray(1));
    await refusedAt(url.replace(key, randomUUID()), bytes);
    const expired = await store().presignPut({ ...request, expiresAt: new Date(Date.now() - 5000) });
    await refusedAt(expired.url, bytes);
    assert.equal(await store().stat(key), undefined);
  });
}
