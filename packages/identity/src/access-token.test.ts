import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { Code, ConnectError } from "@connectrpc/connect";
import { ErrorInfoSchema } from "@finflow/gen/google/rpc/error_details_pb";
import { exportJWK, generateKeyPair, type JSONWebKeySet, SignJWT, UnsecuredJWT } from "jose";
import { type AccessTokenKey, signAccessToken, verifyAccessToken } from "./access-token.ts";
import { staticJwks } from "./jwks.ts";

const issuer = "https://finflow.test";
const audience = "finflow";
const userId = "0198c5a0-0000-7000-8000-000000000001";
const sessionId = "0198c5a0-0000-7000-8000-0000000000aa";
const at = (seconds: number) => new Date(1_800_000_000_000 + seconds * 1000);
const claims = { issuer, audience, userId, sessionId, issuedAt: at(0), expiresAt: at(900) };

async function newKey(keyId: string) {
  const pair = await generateKeyPair("RS256", { extractable: true });
  const jwk = { ...(await exportJWK(pair.publicKey)), kid: keyId, alg: "RS256", use: "sig" };
  const key: AccessTokenKey = { keyId, privateKey: pair.privateKey };
  return { key, jwk, publicKey: pair.publicKey };
}

async function refusal(promise: Promise<unknown>) {
  const error = await promise.then(
    () => assert.fail("accepted"),
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof ConnectError);
  return { error, code: Code[error.code], reason: error.findDetails(ErrorInfoSchema)[0]?.reason };
}

describe("an access token", () => {
  let first: Awaited<ReturnType<typeof newKey>>;
  let second: Awaited<ReturnType<typeof newKey>>;
  before(async () => {
    [first, second] = await Promise.all([newKey("k1"), newKey("k2")]);
  });
  const verifier = (now: Date, keys = [first.jwk]) =>
    verifyAccessToken({ issuer, audience, jwks: staticJwks(() => ({ keys })), now: () => now });

  it("names its user and session until it expires", async () => {
    const token = await signAccessToken(first.key, claims);
    assert.deepEqual(await verifier(at(10))(token), { userId, sessionId, token, expiresAt: at(900) });
    await verifier(at(904))(token);
    assert.equal((await refusal(verifier(at(906))(token))).reason, "TOKEN_EXPIRED");
  });

  it("is not accepted for another audience or issuer, or with ids that are none", async () => {
    for (const wrong of [
      { audience: "other" },
      { issuer: "https://evil" },
      { userId: "1" },
      { sessionId: "" },
    ]) {
      const token = await signAccessToken(first.key, { ...claims, ...wrong });
      assert.equal((await refusal(verifier(at(1))(token))).reason, "TOKEN_INVALID");
    }
  });

  it("is not accepted unsigned, signed with the public key as a secret, or as another type", async () => {
    const base = {
      sid: sessionId,
      sub: userId,
      iss: issuer,
      aud: audience,
      iat: 1_800_000_000,
      exp: 1_800_000_900,
    };
    const secret = new TextEncoder().encode(JSON.stringify(first.jwk));
    const forged = [
      new UnsecuredJWT(base).encode(),
      await new SignJWT(base).setProtectedHeader({ alg: "HS256", kid: "k1", typ: "at+jwt" }).sign(secret),
      await new SignJWT(base).setProtectedHeader({ alg: "RS256", kid: "k1" }).sign(first.key.privateKey),
      await new SignJWT(base)
        .setProtectedHeader({ alg: "RS256", kid: "k1", typ: "at+jwt" })
        .sign(second.key.privateKey),
    ];
    for (const token of forged) {
      const { error, reason, code } = await refusal(verifier(at(1))(token));
      assert.deepEqual([code, reason], ["Unauthenticated", "TOKEN_INVALID"]);
      assert.equal(error.rawMessage, "the access token is not valid");
    }
  });

  it("is refused without a word of why when it is nonsense", async () => {
    for (const token of ["", "a", "a.b.c", "e30.e30.", "x".repeat(100_000)]) {
      const { error, reason } = await refusal(verifier(at(1))(token));
      assert.equal(reason, "TOKEN_INVALID");
      assert.doesNotMatch(JSON.stringify([error.rawMessage, ...error.metadata]), /JWS|JOSE|compact|x{50}/);
    }
  });

  it("is verified by a key published after the verifier was made", async () => {
    let keys: JSONWebKeySet = { keys: [first.jwk] };
    const verify = verifyAccessToken({ issuer, audience, jwks: staticJwks(() => keys), now: () => at(1) });
    const token = await signAccessToken(second.key, claims);
    assert.equal((await refusal(verify(token))).reason, "TOKEN_INVALID");
    keys = { keys: [first.jwk, second.jwk] };
    assert.equal((await verify(token)).userId, userId);
  });
});
