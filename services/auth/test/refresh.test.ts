import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { after, before, describe, test } from "node:test";
import type { Session } from "@finflow/gen/finflow/auth/v1/auth_pb";
import {
  type Auth,
  bearer,
  encryptionKey,
  hours,
  minutes,
  newEmail,
  password,
  startTestAuth,
  type TestAuth,
} from "./harness.ts";
import { refusedWith } from "./refusal.ts";

describe("Refresh", () => {
  let tests: TestAuth;
  let auth: Auth;
  before(async () => {
    tests = await startTestAuth();
    auth = await tests.start();
  });
  after(() => tests?.stop());

  const signedIn = (): Promise<Session> => auth.rpc.register({ email: newEmail(), password });
  const refresh = ({ refreshToken }: Session, by = auth): Promise<Session> =>
    by.rpc.refresh({ refreshToken });
  const invalid = (session: Session): Promise<unknown> =>
    refusedWith("REFRESH_TOKEN_INVALID", refresh(session));

  test("trades a token for its successor in the same session", async () => {
    const first = await signedIn();
    auth.clock.pass(minutes(14));
    const second = await refresh(first);
    assert.equal(second.sessionId, first.sessionId);
    assert.deepEqual(second.user, first.user);
    assert.notEqual(second.refreshToken, first.refreshToken);
    assert.notEqual(second.accessToken, first.accessToken);
    auth.clock.pass(minutes(2));
    await refusedWith("TOKEN_EXPIRED", auth.rpc.getMe({}, bearer(first)));
    await auth.rpc.getMe({}, bearer(second));
  });

  test("two tabs at once, in two processes, get the same successor", async () => {
    const other = await tests.replica(auth);
    let session = await signedIn();
    for (let round = 0; round < 5; round += 1) {
      const answers = await Promise.all(
        [auth, other, auth, other, auth].map((each) => refresh(session, each)),
      );
      assert.equal(new Set(answers.map(({ refreshToken }) => refreshToken)).size, 1);
      assert.equal(new Set(answers.map(({ sessionId }) => sessionId)).size, 1);
      session = answers[0] as Session;
    }
    const { rowCount } = await auth.pool.query("select 1 from refresh_tokens where session_id = $1", [
      session.sessionId,
    ]);
    assert.equal(rowCount, 6);
  });

  test("a lost answer can be had again for 30 seconds, after that the whole family ends", async () => {
    const first = await signedIn();
    const second = await refresh(first);
    auth.clock.pass(30_000);
    assert.equal((await refresh(first)).refreshToken, second.refreshToken);
    const third = await refresh(second);
    auth.clock.pass(1);
    await invalid(first);
    await invalid(third);
    await invalid(second);
    await refusedWith("SESSION_ENDED", auth.rpc.getMe({}, bearer(third)));
    assert.equal(await auth.revokedSessions.isRevoked(first.sessionId), "revoked");
    assert.match(auth.logged(), /"a traded refresh token was used again"/);
  });

  test("a replay ends no other session of the person", async () => {
    const email = newEmail();
    const attacked = await auth.rpc.register({ email, password });
    const other = await auth.rpc.login({ email, password });
    await refresh(attacked);
    auth.clock.pass(30_001);
    await invalid(attacked);
    await refresh(other);
  });

  test("of a thief and the owner who race after the grace, neither keeps the family", async () => {
    const first = await signedIn();
    const second = await refresh(first);
    auth.clock.pass(30_001);
    const outcomes = await Promise.allSettled([refresh(first), refresh(second), refresh(first)]);
    assert.equal(outcomes[0]?.status, "rejected");
    assert.equal(outcomes[2]?.status, "rejected");
    await invalid(second);
    if (outcomes[1]?.status === "fulfilled") await invalid(outcomes[1].value);
  });

  test("a session that is not used ends after twelve hours, and each use begins them anew", async () => {
    let session = await signedIn();
    for (let i = 0; i < 3; i += 1) {
      auth.clock.pass(hours(12) - 1);
      session = await refresh(session);
    }
    auth.clock.pass(hours(12));
    await invalid(session);
    await refusedWith("TOKEN_EXPIRED", auth.rpc.getMe({}, bearer(session)));
  });

  test("unknown and empty tokens are refused alike", async () => {
    for (const refreshToken of ["", "nonsense", "A".repeat(43), "\u2603".repeat(100)]) {
      const told = await refusedWith("REFRESH_TOKEN_INVALID", auth.rpc.refresh({ refreshToken }));
      assert.equal(told.code, "Unauthenticated");
    }
  });

  test("the database alone gives no token: hashes only, and no salt after its use", async () => {
    const first = await signedIn();
    const second = await refresh(first);
    const rows = async () =>
      (await auth.pool.query("select * from refresh_tokens where session_id = $1", [first.sessionId])).rows;
    const hashes = [first, second].map(({ refreshToken }) =>
      createHash("sha256").update(refreshToken).digest("hex"),
    );
    assert.deepEqual(new Set((await rows()).map((row) => row.token_hash.toString("hex"))), new Set(hashes));
    assert.equal((await rows()).filter((row) => row.successor_salt !== null).length, 1);
  });

  test("a lost answer can be had again while the server's key changes, once both keys are accepted", async () => {
    const first = await signedIn();
    const second = await refresh(first);
    const rotated = await tests.replica(auth, {
      keyEncryptionKeys: [encryptionKey("next"), ...auth.config.keyEncryptionKeys],
    });
    assert.equal((await refresh(first, rotated)).refreshToken, second.refreshToken);
    await refresh(second, rotated);
  });

  test("logging in while the password changes leaves no session by the old one", async () => {
    const email = newEmail();
    const session = await auth.rpc.register({ email, password });
    const change = auth.rpc.changePassword(
      { currentPassword: password, newPassword: "a wholly other phrase" },
      bearer(session),
    );
    const logins = Array.from({ length: 4 }, () => auth.rpc.login({ email, password }));
    const settled = await Promise.allSettled(logins);
    await change;
    for (const each of settled) {
      if (each.status === "fulfilled") await invalid(each.value);
    }
    const { rowCount } = await auth.pool.query("select 1 from sessions where user_id = $1", [
      session.user?.userId,
    ]);
    assert.equal(rowCount, 1);
  });
});
