import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Session } from "@finflow/gen/finflow/auth/v1/auth_pb";
import { database } from "@finflow/postgres/database";
import { decodeProtectedHeader } from "jose";
import { createKeyRing } from "../src/adapters/key-ring.ts";
import { createSigningKeys } from "../src/adapters/signing-keys.ts";
import { sweep } from "../src/adapters/sweep.ts";
import {
  type Auth,
  bearer,
  days,
  encryptionKey,
  minutes,
  newEmail,
  password,
  startTestAuth,
  type TestAuth,
} from "./harness.ts";

describe("signing keys", () => {
  let tests: TestAuth;
  before(async () => {
    tests = await startTestAuth();
  });
  after(() => tests?.stop());

  const kidOf = ({ accessToken }: Session): string => String(decodeProtectedHeader(accessToken).kid);
  const published = async (auth: Auth): Promise<string[]> =>
    (await auth.rpc.getJwks({})).keys.map(({ kid }) => kid);
  const keysOf = (auth: Auth, keyEncryptionKeys = auth.config.keyEncryptionKeys) =>
    createSigningKeys(auth.pool, database(auth.pool), createKeyRing(keyEncryptionKeys), {
      rotationMs: auth.config.keyRotationMs,
      now: () => auth.clock.now,
    });

  test("a new key is published half an hour before it signs, an old one until its last token expired", async () => {
    const auth = await tests.start();
    const keys = keysOf(auth);
    const email = newEmail();
    const first = await auth.rpc.register({ email, password, keepSignedIn: true });
    const login = (): Promise<Session> => auth.rpc.login({ email, password });
    const old = kidOf(first);
    assert.deepEqual(await published(auth), [old]);

    auth.clock.pass(days(30) - minutes(30) - 1);
    assert.deepEqual(await keys.keep(), []);
    auth.clock.pass(1);
    const [next] = await keys.keep();
    assert.deepEqual(await keys.keep(), []);
    auth.clock.pass(minutes(1));
    assert.deepEqual(await published(auth), [old, next]);
    auth.clock.pass(minutes(29) - 1);
    const last = await login();
    assert.equal(kidOf(last), old);
    auth.clock.pass(1);
    const newer = await login();
    assert.equal(kidOf(newer), next);

    auth.clock.pass(minutes(15) - 2);
    await auth.rpc.getMe({}, bearer(last));
    await auth.rpc.getMe({}, bearer(newer));
    await keys.keep();
    assert.deepEqual(await published(auth), [old, next]);
    auth.clock.pass(minutes(5) + 3);
    await keys.keep();
    auth.clock.pass(minutes(1));
    assert.deepEqual(await published(auth), [next]);
  });

  test("a service that slept through its rotation signs on with the old key until the new one is known", async () => {
    const auth = await tests.start();
    const email = newEmail();
    const old = kidOf(await auth.rpc.register({ email, password }));
    auth.clock.pass(days(90));
    const woken = await tests.replica(auth);
    assert.equal((await published(woken)).length, 2);
    assert.equal(kidOf(await woken.rpc.login({ email, password })), old);
    auth.clock.pass(minutes(30));
    assert.notEqual(kidOf(await woken.rpc.login({ email, password })), old);
  });

  test("many processes that start at once make one key, and one next key", async () => {
    const auth = await tests.start();
    await auth.pool.query("delete from signing_keys");
    const processes = Array.from({ length: 6 }, () => keysOf(auth));
    const made = (await Promise.all(processes.map((each) => each.keep()))).flat();
    assert.equal(made.length, 1);
    auth.clock.pass(days(30));
    const next = (await Promise.all(processes.map((each) => each.keep()))).flat();
    assert.equal(next.length, 1);
    const signing = await Promise.all(processes.map((each) => each.current()));
    assert.deepEqual(new Set(signing.map(({ keyId }) => keyId)), new Set(made));
  });

  test("private keys lie sealed, are sealed anew under the current key, and open under no other", async () => {
    const auth = await tests.start();
    const session = await auth.rpc.register({ email: newEmail(), password });
    const row = async () => (await auth.pool.query("select * from signing_keys")).rows[0];
    const before = await row();
    assert.equal(before.seal_key_id, "test");
    // A PKCS #8 RSA key begins with a sequence and version 0, and holds the OID of rsaEncryption.
    assert.ok(!before.sealed_private_key.includes(Buffer.from("2a864886f70d010101", "hex")));

    await assert.rejects(
      keysOf(auth, [encryptionKey("other")]).keep(),
      /key encryption key "test" is not configured/,
    );
    await assert.rejects(keysOf(auth, [encryptionKey("test")]).current(), /authenticate/);
    const both = [encryptionKey("next"), ...auth.config.keyEncryptionKeys] as const;
    await keysOf(auth, both).keep();
    const after = await row();
    assert.equal(after.seal_key_id, "next");
    assert.notDeepEqual(after.sealed_private_key, before.sealed_private_key);
    const { keyId } = await keysOf(auth, [both[0]]).current();
    assert.equal(keyId, kidOf(session));
  });

  test("a sealed key opens in no other row", async () => {
    const auth = await tests.start();
    await auth.pool.query("update signing_keys set kid = 'moved'");
    await assert.rejects(keysOf(auth).current(), /authenticate/);
  });

  test("verifiers go on for a while when the database is away", async () => {
    const auth = await tests.start();
    const before = await auth.service.keys();
    await auth.pool.query("alter table signing_keys rename to away");
    auth.clock.pass(minutes(14));
    assert.equal(await auth.service.keys(), before);
    auth.clock.pass(minutes(1));
    await assert.rejects(auth.service.keys());
    await auth.pool.query("alter table away rename to signing_keys");
    assert.deepEqual(await auth.service.keys(), before);
  });

  test("what is over is swept, and what is not stays", async () => {
    const auth = await tests.start();
    const count = async (table: string): Promise<number> =>
      (await auth.pool.query(`select count(*)::int as n from ${table}`)).rows[0].n;
    const email = newEmail();
    const brief = await auth.rpc.register({
      email,
      password,
      requestId: "0190a0b0-0000-7000-8000-00000000abcd",
    });
    const kept = await auth.rpc.login({ email, password, keepSignedIn: true });
    const next = await auth.rpc.refresh({ refreshToken: kept.refreshToken });
    const gone = await auth.rpc.login({ email, password });
    await auth.rpc.logout({ refreshToken: gone.refreshToken });
    await auth.rpc.login({ email, password: "wrong password" }).catch(() => {});
    const empty = {
      sessions: 0,
      registrations: 0,
      login_attempts: 0,
      revoked_sessions: 0,
      successor_salts: 0,
    };
    const db = database(auth.pool);
    assert.deepEqual(await sweep(db, auth.clock.now), empty);
    auth.clock.pass(30_001);
    assert.deepEqual(await sweep(db, auth.clock.now), { ...empty, successor_salts: 1 });
    auth.clock.pass(minutes(16));
    assert.deepEqual(await sweep(db, auth.clock.now), { ...empty, revoked_sessions: 1 });
    auth.clock.pass(days(1));
    assert.deepEqual(await sweep(db, auth.clock.now), {
      ...empty,
      sessions: 1,
      registrations: 1,
      login_attempts: 3,
    });
    assert.equal(await count("sessions"), 1);
    await auth.rpc.refresh({ refreshToken: next.refreshToken });
    await assert.rejects(auth.rpc.refresh({ refreshToken: brief.refreshToken }));
  });

  test("a sweep of many rows goes in batches", async () => {
    const auth = await tests.start();
    await auth.pool.query(
      "insert into login_attempts select int4send(n), '', 1, $1 from generate_series(1, 1234) n",
      [auth.clock.now],
    );
    auth.clock.pass(days(2));
    const sweeps = await Promise.all([1, 2].map(() => sweep(database(auth.pool), auth.clock.now)));
    const rest = await sweep(database(auth.pool), auth.clock.now);
    assert.equal(
      [...sweeps, rest].reduce((sum, { login_attempts = 0 }) => sum + login_attempts, 0),
      1234,
    );
  });
});
