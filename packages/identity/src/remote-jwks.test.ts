import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, it } from "node:test";
import { Code, ConnectError } from "@connectrpc/connect";
import { ErrorInfoSchema } from "@finflow/gen/google/rpc/error_details_pb";
import { exportJWK, generateKeyPair, type JWK } from "jose";
import { signAccessToken, verifyAccessToken } from "./access-token.ts";
import { createRemoteJwks } from "./remote-jwks.ts";

const rules = { issuer: "https://finflow.test", audience: "finflow" };
const minute = 60_000;

async function newKey(keyId: string) {
  const { privateKey, publicKey } = await generateKeyPair("RS256", { extractable: true });
  const jwk: JWK = { ...(await exportJWK(publicKey)), kid: keyId, alg: "RS256", use: "sig" };
  const token = await signAccessToken(
    { keyId, privateKey },
    {
      ...rules,
      userId: "0198c5a0-0000-7000-8000-000000000001",
      sessionId: "0198c5a0-0000-7000-8000-0000000000aa",
      issuedAt: new Date(),
      expiresAt: new Date(Date.now() + 15 * minute),
    },
  );
  return { jwk, token };
}

/** auth's admin port, with a clock for the side that fetches. */
async function publish(...keys: JWK[]) {
  const state = { keys, fetched: 0, status: 200, clock: 0 };
  const server = createServer((_, response) => {
    state.fetched++;
    response.writeHead(state.status, { "content-type": "application/json" });
    response.end(JSON.stringify({ keys: state.keys }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/.well-known/jwks.json`);
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  const verify = verifyAccessToken({ ...rules, jwks: createRemoteJwks(url, { now: () => state.clock }) });
  return { state, verify, close };
}

async function refusal(promise: Promise<unknown>) {
  const error = await promise.then(
    () => assert.fail("accepted"),
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof ConnectError);
  assert.doesNotMatch(error.rawMessage, /127\.0\.0\.1|fetch|status/);
  return [Code[error.code], error.findDetails(ErrorInfoSchema)[0]?.reason];
}

const invalid = ["Unauthenticated", "TOKEN_INVALID"];
const unavailable = ["Unavailable", "IDENTITY_UNAVAILABLE"];

describe("keys published over HTTP", () => {
  it("are fetched once for many, kept, and fetched again when they are old", async () => {
    const key = await newKey("k1");
    const { state, verify, close } = await publish(key.jwk);
    await Promise.all([verify(key.token), verify(key.token), verify(key.token)]);
    state.clock += 9 * minute;
    await verify(key.token);
    assert.equal(state.fetched, 1);
    state.clock += minute;
    await verify(key.token);
    assert.equal(state.fetched, 2);
    await close();
  });

  it("are asked for again when a token names a new one, but not for every made-up one", async () => {
    const [first, second] = await Promise.all([newKey("k1"), newKey("k2")]);
    const { state, verify, close } = await publish(first.jwk);
    await verify(first.token);
    assert.deepEqual(await refusal(verify(second.token)), invalid);
    assert.equal(state.fetched, 1, "within the cooldown");
    state.keys = [first.jwk, second.jwk];
    state.clock += minute / 2;
    await verify(second.token);
    assert.equal(state.fetched, 2);
    await close();
  });

  it("withdrawn ones are refused once the set is fetched again", async () => {
    const key = await newKey("k1");
    const { state, verify, close } = await publish(key.jwk);
    await verify(key.token);
    state.keys = [];
    state.clock += 10 * minute;
    assert.deepEqual(await refusal(verify(key.token)), invalid);
    await close();
  });

  it("serve an hour longer while they cannot be had, then nobody is let in, then they are back", async () => {
    const key = await newKey("k1");
    const { state, verify, close } = await publish(key.jwk);
    await verify(key.token);
    state.status = 503;
    state.clock += 10 * minute;
    await verify(key.token);
    await verify(key.token);
    assert.equal(state.fetched, 2, "one try per cooldown");
    state.clock += 59 * minute;
    await verify(key.token);
    state.clock += minute;
    assert.deepEqual(await refusal(verify(key.token)), unavailable);
    state.status = 200;
    await verify(key.token);
    await close();
  });

  it("make the answer unavailable, not invalid, when they were never had or are no key set", async () => {
    const key = await newKey("k1");
    const { state, verify, close } = await publish(key.jwk);
    state.keys = "nonsense" as never;
    assert.deepEqual(await refusal(verify(key.token)), unavailable);
    await close();
    assert.deepEqual(await refusal(verify(key.token)), unavailable);
  });
});
