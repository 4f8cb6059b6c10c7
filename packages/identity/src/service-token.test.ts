import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { Code, ConnectError, createClient } from "@connectrpc/connect";
import { createInMemoryTransport } from "@finflow/connect-grpc-js/in-memory";
import { RevocationService } from "@finflow/gen/finflow/auth/internal/v1/revocations_pb";
import { AuthService } from "@finflow/gen/finflow/auth/v1/auth_pb";
import { ErrorInfoSchema } from "@finflow/gen/google/rpc/error_details_pb";
import { SignJWT } from "jose";
import { exportServiceKeys, generateServiceKeys, readPrivateKey, readPublicKey } from "./service-keys.ts";
import { createServiceTokens, serviceTokenHeader, verifyServiceToken } from "./service-token.ts";

const start = 1_800_000_000_000;

/** The token that `name` would send to `audience` at a moment, as its callee receives it. */
async function sentToken(tokens: ReturnType<typeof createServiceTokens>, audience: string) {
  const seen: (string | null)[] = [];
  const transport = createInMemoryTransport(
    (router) => {
      router.service(RevocationService, {
        listRevokedSessions: (_, context) => {
          seen.push(context.requestHeader.get(serviceTokenHeader));
          return {};
        },
      });
      router.service(AuthService, {
        getJwks: (_, context) => {
          seen.push(context.requestHeader.get(serviceTokenHeader));
          return {};
        },
      });
    },
    { interceptors: [tokens.interceptor(audience)] },
  );
  await createClient(RevocationService, transport).listRevokedSessions({});
  await createClient(AuthService, transport).getJwks({});
  const [internal, other] = seen;
  assert.equal(other, null, "only internal RPCs carry the token");
  assert.ok(internal);
  return internal;
}

async function reasonOf(promise: Promise<unknown>) {
  const error = await promise.then(
    () => assert.fail("accepted"),
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof ConnectError);
  return [Code[error.code], error.findDetails(ErrorInfoSchema)[0]?.reason];
}

describe("a service token", () => {
  it("proves its caller to one callee for a minute, and is renewed before that", async () => {
    const { privateKey, publicKey } = await generateServiceKeys();
    let now = start;
    const clock = () => new Date(now);
    const tokens = createServiceTokens({ name: "edge", privateKey, now: clock });
    const publicKeys = { edge: publicKey };
    const verify = verifyServiceToken({ audience: "auth", publicKeys, allowed: ["edge"], now: clock });
    const token = await sentToken(tokens, "auth");
    assert.equal(await verify(token), "edge");
    now += 44_000;
    assert.equal(await sentToken(tokens, "auth"), token);
    now += 1_000;
    assert.notEqual(await sentToken(tokens, "auth"), token);
    now += 21_000;
    assert.deepEqual(await reasonOf(verify(token)), ["Unauthenticated", "SERVICE_TOKEN_INVALID"]);
  });

  it("is refused elsewhere, from strangers, from those not allowed, and when it is forged", async () => {
    const [edge, stranger] = await Promise.all([generateServiceKeys(), generateServiceKeys()]);
    const now = () => new Date(start);
    const publicKeys = { edge: edge.publicKey, upload: stranger.publicKey };
    const rules = { audience: "auth", publicKeys, allowed: ["edge"], now };
    const verify = verifyServiceToken(rules);
    const token = await sentToken(
      createServiceTokens({ name: "edge", privateKey: edge.privateKey, now }),
      "auth",
    );
    const invalid = ["Unauthenticated", "SERVICE_TOKEN_INVALID"];

    assert.deepEqual(await reasonOf(verify(null)), ["Unauthenticated", "SERVICE_TOKEN_MISSING"]);
    assert.deepEqual(await reasonOf(verifyServiceToken({ ...rules, audience: "upload" })(token)), invalid);
    const upload = createServiceTokens({ name: "upload", privateKey: stranger.privateKey, now });
    assert.deepEqual(await reasonOf(verify(await sentToken(upload, "auth"))), [
      "PermissionDenied",
      "SERVICE_NOT_ALLOWED",
    ]);
    const impostor = createServiceTokens({ name: "edge", privateKey: stranger.privateKey, now });
    assert.deepEqual(await reasonOf(verify(await sentToken(impostor, "auth"))), invalid);
    for (const name of ["__proto__", "constructor", "nobody"]) {
      const unknown = createServiceTokens({ name, privateKey: stranger.privateKey, now });
      assert.deepEqual(await reasonOf(verify(await sentToken(unknown, "auth"))), invalid);
    }
    const otherSubject = await new SignJWT()
      .setProtectedHeader({ alg: "EdDSA", kid: "upload", typ: "finflow-service+jwt" })
      .setSubject("edge")
      .setAudience("auth")
      .setIssuedAt(start / 1000)
      .setExpirationTime(start / 1000 + 60)
      .sign(stranger.privateKey);
    assert.deepEqual(await reasonOf(verify(otherSubject)), invalid);
    const longLived = await new SignJWT()
      .setProtectedHeader({ alg: "EdDSA", kid: "edge", typ: "finflow-service+jwt" })
      .setSubject("edge")
      .setAudience("auth")
      .setIssuedAt(start / 1000 - 3600)
      .setExpirationTime(start / 1000 + 3600)
      .sign(edge.privateKey);
    assert.deepEqual(await reasonOf(verify(longLived)), invalid);
  });

  it("is signed with keys that an operator can mount as PEM", async () => {
    const pem = await exportServiceKeys(await generateServiceKeys());
    const tokens = createServiceTokens({ name: "edge", privateKey: await readPrivateKey(pem.privateKey) });
    const publicKeys = { edge: await readPublicKey(pem.publicKey) };
    const verify = verifyServiceToken({ audience: "auth", publicKeys, allowed: ["edge"] });
    assert.equal(await verify(await sentToken(tokens, "auth")), "edge");
  });
});
