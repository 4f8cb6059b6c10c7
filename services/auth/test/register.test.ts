import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, test } from "node:test";
import { decodeJwt, decodeProtectedHeader } from "jose";
import { type Auth, bearer, days, newEmail, password, startTestAuth, type TestAuth } from "./harness.ts";
import { refusal, refusedWith } from "./refusal.ts";

describe("Register", () => {
  let tests: TestAuth;
  let auth: Auth;
  before(async () => {
    tests = await startTestAuth();
    auth = await tests.start();
  });
  after(() => tests?.stop());

  const countUsers = async (email: string): Promise<number> =>
    (await auth.pool.query("select 1 from users where email = $1", [email])).rowCount ?? 0;

  test("creates an account and signs in", async () => {
    const email = newEmail();
    const session = await auth.rpc.register({ email: email.toUpperCase(), password });
    assert.equal(session.user?.email, email);
    assert.match(session.user?.userId ?? "", /^[0-9a-f]{8}-[0-9a-f]{4}-7/);
    assert.equal(session.expiresIn, 900);
    assert.match(session.refreshToken, /^[\w-]{43}$/);
    const me = await auth.rpc.getMe({}, bearer(session));
    assert.deepEqual([me.userId, me.email], [session.user?.userId, email]);
    const { rows } = await auth.pool.query("select password_hash from users where email = $1", [email]);
    assert.match(rows[0].password_hash, /^\$argon2id\$v=19\$m=64,t=1,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
  });

  test("the access token says what it must and no more", async () => {
    const session = await auth.rpc.register({ email: newEmail(), password });
    const claims = decodeJwt(session.accessToken);
    const now = auth.clock.now.getTime() / 1_000;
    const { jti, ...others } = claims;
    assert.deepEqual(others, {
      iss: "finflow",
      aud: "finflow",
      sub: session.user?.userId,
      sid: session.sessionId,
      iat: now,
      exp: now + 900,
    });
    assert.match(String(jti), /^[\w-]{16,}$/);
    const { kid, ...header } = decodeProtectedHeader(session.accessToken);
    assert.deepEqual(header, { alg: "RS256", typ: "at+jwt" });
    assert.deepEqual(
      (await auth.rpc.getJwks({})).keys.map((key) => key.kid),
      [kid],
    );
  });

  test("an e-mail has one account, however it is written and however many register it at once", async () => {
    const email = newEmail();
    const written = [email, email.toUpperCase(), email.replace("person", "Person")];
    const calls = [...written, ...written].map((each) => auth.rpc.register({ email: each, password }));
    const settled = await Promise.allSettled(calls);
    assert.equal(settled.filter(({ status }) => status === "fulfilled").length, 1);
    assert.equal(await countUsers(email), 1);
    const told = await refusedWith("EMAIL_TAKEN", auth.rpc.register({ email, password }));
    assert.deepEqual([told.code, told.fields], ["AlreadyExists", ["email"]]);
  });

  test("refuses bad passwords by name of the field, and says what to do", async () => {
    const email = "melinda.gardener@harbour-news.example.org";
    const bad = {
      PASSWORD_BREACHED: ["password1", "IloveYou2", "QWERTYUIOP", "ｐａｓｓｗｏｒｄ１"],
      PASSWORD_REPETITIVE: ["zzzzzzzzzzz", "xyxyxyxyxyxy", "bcdefghijk", "ponmlkjihg"],
      PASSWORD_CONTAINS_EMAIL: ["Gardener-2024", email, "MELINDA77!x", "harbour-1234"],
      PASSWORD_CONTAINS_PRODUCT: ["finflow-2026", "myFinflow!"],
      // Eight characters as they are written, four as they are meant.
      PASSWORD_TOO_SHORT: ["e\u0301e\u0301e\u0301e\u0301"],
    };
    for (const [reason, passwords] of Object.entries(bad)) {
      for (const each of passwords) {
        const told = await refusedWith(reason, auth.rpc.register({ email, password: each }));
        assert.deepEqual([told.code, told.fields], ["InvalidArgument", ["password"]], each);
        assert.match(told.message, /^(choose|use) /);
        assert.ok(!told.message.includes(each));
      }
    }
    assert.equal(await countUsers(email), 0);
  });

  test("a long passphrase may contain a name, and any character may stand in it", async () => {
    for (const each of [
      "my dog finflow eats statements",
      "ⱥ⟁☃ ünïcödé ☃",
      "        9 spaces",
      "12 43 56 87 09",
    ]) {
      await auth.rpc.register({ email: newEmail(), password: each });
    }
  });

  test("the same password typed in another normal form is the same", async () => {
    const email = newEmail();
    await auth.rpc.register({ email, password: "cafe\u0301 cre\u0300me br\u00fble\u0301e" });
    await auth.rpc.login({ email, password: "caf\u00e9 cr\u00e8me bru\u0302l\u00e9e" });
  });

  test("the shortest password is a matter of configuration", async () => {
    const strict = await tests.replica(auth, { passwordMinLength: 15 });
    const told = await refusedWith(
      "PASSWORD_TOO_SHORT",
      strict.rpc.register({ email: newEmail(), password: "brave new day" }),
    );
    assert.equal(told.message, "use at least 15 characters");
  });

  test("what the contract forbids is refused by field", async () => {
    const good = { email: newEmail(), password };
    const bad: [object, string][] = [
      [{ email: "no address" }, "email"],
      [{ email: `${"a".repeat(250)}@example.org` }, "email"],
      [{ password: "short" }, "password"],
      [{ password: "long ".repeat(60) }, "password"],
      [{ requestId: "not a uuid" }, "requestId"],
    ];
    for (const [change, field] of bad) {
      const told = await refusal(auth.rpc.register({ ...good, ...change }));
      assert.equal(told.code, "InvalidArgument");
      assert.ok(
        told.fields.some((each) => each.replace("_i", "I") === field),
        `${field}: ${told.fields}`,
      );
    }
  });

  test("the same request_id makes one account and gives one session, also at once", async () => {
    const request = { email: newEmail(), password, requestId: randomUUID() };
    const sessions = await Promise.all([1, 2, 3].map(() => auth.rpc.register(request)));
    auth.clock.pass(60_000);
    sessions.push(await auth.rpc.register({ ...request, requestId: request.requestId.toUpperCase() }));
    assert.equal(new Set(sessions.map(({ user }) => user?.userId)).size, 1);
    assert.equal(new Set(sessions.map(({ sessionId }) => sessionId)).size, 1);
    assert.equal(new Set(sessions.map(({ refreshToken }) => refreshToken)).size, 1);
    await auth.rpc.refresh({ refreshToken: sessions[0]?.refreshToken });
  });

  test("a request_id stands for its own e-mail and password only, and for a day", async () => {
    const request = { email: newEmail(), password, requestId: randomUUID() };
    await auth.rpc.register(request);
    const other = { ...request, email: newEmail() };
    const told = await refusedWith("REQUEST_ID_REUSED", auth.rpc.register(other));
    assert.deepEqual([told.code, told.fields], ["InvalidArgument", ["requestId"]]);
    const guess = auth.rpc.register({ ...request, password: "another password" });
    await refusedWith("REQUEST_ID_REUSED", guess);
    auth.clock.pass(days(1) + 1);
    await refusedWith("EMAIL_TAKEN", auth.rpc.register(request));
    await auth.rpc.register(other);
  });

  test("a repeated request does not bring back a session that has ended", async () => {
    const request = { email: newEmail(), password, requestId: randomUUID() };
    const { refreshToken } = await auth.rpc.register(request);
    await auth.rpc.logout({ refreshToken });
    await refusedWith("EMAIL_TAKEN", auth.rpc.register(request));
  });
});
