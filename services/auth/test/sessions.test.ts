import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, test } from "node:test";
import { createClient } from "@connectrpc/connect";
import { RevocationService } from "@finflow/gen/finflow/auth/internal/v1/revocations_pb";
import type { Session } from "@finflow/gen/finflow/auth/v1/auth_pb";
import { createInMemoryRevokedSessions } from "@finflow/identity/revoked-sessions";
import { serveInMemory } from "@finflow/service-host/in-memory-mesh";
import { type Auth, bearer, minutes, newEmail, password, startTestAuth, type TestAuth } from "./harness.ts";
import { refusal, refusedWith } from "./refusal.ts";

const firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

describe("sessions", () => {
  let tests: TestAuth;
  let auth: Auth;
  before(async () => {
    tests = await startTestAuth();
    auth = await tests.start();
  });
  after(() => tests?.stop());

  /** A person with sessions, the registering one first. */
  const person = async (sessions: number): Promise<{ email: string; all: Session[] }> => {
    const email = newEmail();
    const all = [await auth.rpc.register({ email, password })];
    while (all.length < sessions) all.push(await auth.rpc.login({ email, password }));
    return { email, all };
  };
  const stand = async (sessions: Session[]): Promise<boolean[]> =>
    Promise.all(
      sessions.map(({ sessionId }) => auth.internal.checkSession({ sessionId }).then(({ stands }) => stands)),
    );
  const states = (sessions: Session[]): Promise<string[]> =>
    Promise.all(sessions.map(({ sessionId }) => auth.revokedSessions.isRevoked(sessionId)));

  test("are listed newest first, page by page, with client and last use", async () => {
    const email = newEmail();
    const first = await auth.rpc.register({ email, password }, { headers: { "user-agent": "curl/8.9.1" } });
    auth.clock.pass(minutes(1));
    await auth.rpc.login({ email, password }, { headers: { "x-finflow-client-user-agent": firefox } });
    auth.clock.pass(minutes(1));
    const third = await auth.rpc.login({ email, password });
    auth.clock.pass(minutes(1));
    await auth.rpc.refresh({ refreshToken: first.refreshToken });
    const { sessions, nextPageToken } = await auth.rpc.listSessions({ pageSize: 2 }, bearer(third));
    const rest = await auth.rpc.listSessions({ pageSize: 2, pageToken: nextPageToken }, bearer(third));
    const shown = [...sessions, ...rest.sessions].map(({ client, current, createTime, lastUseTime }) => [
      client,
      current,
      Number((lastUseTime?.seconds ?? 0n) - (createTime?.seconds ?? 0n)),
    ]);
    assert.deepEqual(shown, [
      ["Unknown client", true, 0],
      ["Firefox on Linux", false, 0],
      ["curl", false, 180],
    ]);
    assert.equal(rest.nextPageToken, "");
    const bad = auth.rpc.listSessions({ pageToken: "abc" }, bearer(third));
    assert.deepEqual((await refusedWith("PAGE_TOKEN_INVALID", bad)).fields, ["pageToken"]);
  });

  test("Logout ends its own session, also by a token that was traded, and tells before it answers", async () => {
    const { all } = await person(3);
    const [first, second, third] = all as [Session, Session, Session];
    await auth.rpc.logout({ refreshToken: first.refreshToken });
    await auth.rpc.logout({ refreshToken: first.refreshToken });
    await auth.rpc.refresh({ refreshToken: second.refreshToken });
    auth.clock.pass(minutes(5));
    await auth.rpc.logout({ refreshToken: second.refreshToken });
    assert.deepEqual(await stand(all), [false, false, true]);
    assert.deepEqual(await states(all), ["revoked", "revoked", "unknown"]);
    await refusedWith("REFRESH_TOKEN_INVALID", auth.rpc.refresh({ refreshToken: first.refreshToken }));
    await refusedWith("SESSION_ENDED", auth.rpc.getMe({}, bearer(first)));
    await auth.rpc.getMe({}, bearer(third));
    await auth.rpc.logout({ refreshToken: "unknown" });
    await auth.rpc.logout({});
  });

  test("DeleteSession ends one of the caller's; another's is as unknown as none", async () => {
    const { all } = await person(2);
    const { all: others } = await person(1);
    const [mine, other] = all as [Session, Session];
    const told = [];
    for (const sessionId of [others[0]?.sessionId, randomUUID()]) {
      told.push(await refusal(auth.rpc.deleteSession({ sessionId }, bearer(mine))));
    }
    assert.deepEqual([told[0]?.code, told[0]?.reason], ["NotFound", "SESSION_NOT_FOUND"]);
    assert.deepEqual(told[0], told[1]);
    await auth.rpc.deleteSession({ sessionId: other.sessionId.toUpperCase() }, bearer(mine));
    assert.deepEqual(await stand([...all, ...others]), [true, false, true]);
    await auth.rpc.deleteSession({ sessionId: mine.sessionId }, bearer(mine));
    await refusedWith("SESSION_ENDED", auth.rpc.listSessions({}, bearer(mine)));
    await refusedWith("SESSION_ENDED", auth.rpc.deleteSession({ sessionId: mine.sessionId }, bearer(mine)));
  });

  test("ChangePassword ends every other session", async () => {
    const { email, all } = await person(3);
    const [mine] = all as [Session];
    const newPassword = "a wholly other phrase";
    await auth.rpc.changePassword({ currentPassword: password, newPassword }, bearer(mine));
    assert.deepEqual(await stand(all), [true, false, false]);
    assert.deepEqual(await states(all), ["unknown", "revoked", "revoked"]);
    await auth.rpc.refresh({ refreshToken: mine.refreshToken });
    await refusedWith("BAD_CREDENTIALS", auth.rpc.login({ email, password }));
    await auth.rpc.login({ email, password: newPassword });
  });

  test("ChangePassword wants the current password, a good new one, and counts its failures", async () => {
    const { email, all } = await person(1);
    const [mine] = all as [Session];
    const change = (currentPassword: string, newPassword: string) =>
      auth.rpc.changePassword({ currentPassword, newPassword }, bearer(mine));
    const wrong = await refusedWith("BAD_CREDENTIALS", change("wrong password", "a wholly other phrase"));
    assert.deepEqual([wrong.code, wrong.fields], ["InvalidArgument", ["currentPassword"]]);
    const bad = await refusedWith("PASSWORD_CONTAINS_EMAIL", change(password, `${email.split("@")[0]}-!`));
    assert.deepEqual(bad.fields, ["newPassword"]);
    for (let i = 0; i < 10; i += 1) await refusal(change("wrong password", "a wholly other phrase"));
    await refusedWith("TOO_MANY_ATTEMPTS", change(password, "a wholly other phrase"));
    await refusedWith("TOO_MANY_ATTEMPTS", auth.rpc.login({ email, password }));
  });

  test("a person with very many sessions can end them all", async () => {
    const { all } = await person(1);
    const [mine] = all as [Session];
    await auth.pool.query(
      `insert into sessions select uuidv7(), user_id, create_time, last_use_time, end_time, false, client
         from sessions, generate_series(1, 70000) where session_id = $1`,
      [mine.sessionId],
    );
    const newPassword = "a wholly other phrase";
    await auth.rpc.changePassword({ currentPassword: password, newPassword }, bearer(mine));
    const { rows } = await auth.pool.query("select count(*)::int as n from sessions where user_id = $1", [
      mine.user?.userId,
    ]);
    assert.equal(rows[0].n, 1);
  });

  test("of two password changes at once, one holds and the other is refused", async () => {
    const { email, all } = await person(1);
    const [mine] = all as [Session];
    const phrases = ["the first new phrase", "the second new phrase"];
    const settled = await Promise.allSettled(
      phrases.map((newPassword) =>
        auth.rpc.changePassword({ currentPassword: password, newPassword }, bearer(mine)),
      ),
    );
    assert.deepEqual(settled.map(({ status }) => status).sort(), ["fulfilled", "rejected"]);
    const held = phrases[settled.findIndex(({ status }) => status === "fulfilled")] ?? "";
    await auth.rpc.login({ email, password: held });
  });

  test("edge learns of all sessions that ended lately, and only edge may ask", async () => {
    const { all } = await person(2);
    const [gone, kept] = all as [Session, Session];
    await auth.rpc.logout({ refreshToken: gone.refreshToken });
    const listed = async (): Promise<string[]> =>
      (await auth.internal.listRevokedSessions({})).sessions.map(({ sessionId }) => sessionId);
    assert.ok((await listed()).includes(gone.sessionId));
    assert.ok(!(await listed()).includes(kept.sessionId));
    auth.clock.pass(minutes(16));
    assert.ok(!(await listed()).includes(gone.sessionId));
    const stranger = createClient(RevocationService, serveInMemory([auth.service], auth.host));
    const told = await refusal(stranger.checkSession({ sessionId: kept.sessionId }, bearer(kept)));
    assert.deepEqual([told.code, told.reason], ["Unauthenticated", "SERVICE_TOKEN_MISSING"]);
  });

  test("a store of revoked sessions that fails is told again, and the caller hears of it", async () => {
    const working = createInMemoryRevokedSessions(() => auth.clock.now);
    let isDown = true;
    const failing = {
      ...working,
      add: async (...args: Parameters<typeof working.add>) => {
        if (isDown) throw new Error("connection refused");
        await working.add(...args);
      },
    };
    const other = await tests.replica(auth, {}, { revokedSessions: failing });
    const { all } = await person(1);
    const [mine] = all as [Session];
    const told = await refusedWith(
      "REVOCATION_DELAYED",
      other.rpc.deleteSession({ sessionId: mine.sessionId }, bearer(mine)),
    );
    assert.equal(told.code, "Unavailable");
    assert.deepEqual(await stand(all), [false]);
    isDown = false;
    // Whichever process is first tells: the one that runs here, or the other.
    const isTold = async (): Promise<boolean> => {
      const { rows } = await auth.pool.query(
        "select is_announced from revoked_sessions where session_id = $1",
        [mine.sessionId],
      );
      return rows[0].is_announced;
    };
    while (!(await isTold())) await new Promise((resolve) => setTimeout(resolve, 20));
  });
});
