import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { type Auth, bearer, newEmail, startTestAuth, type TestAuth } from "./harness.ts";
import { refusal } from "./refusal.ts";

describe("the log", () => {
  let tests: TestAuth;
  let auth: Auth;
  before(async () => {
    tests = await startTestAuth();
    auth = await tests.start();
  });
  after(() => tests?.stop());

  test("holds no password, token or e-mail, whatever is done and whatever fails", async () => {
    const email = newEmail();
    const [password, changed, wrong] = ["pass phrase one", "pass phrase two", "pass phrase three"];
    const secrets = [email, email.split("@")[0] ?? "", password, changed, wrong];
    const fails = (call: Promise<unknown>): Promise<void> => assert.rejects(call);
    const first = await auth.rpc.register({ email, password });
    await fails(auth.rpc.register({ email, password }));
    await fails(auth.rpc.register({ email: `${email}@`, password: wrong }));
    await fails(auth.rpc.login({ email, password: wrong }));
    const second = await auth.rpc.login({ email, password });
    const third = await auth.rpc.refresh({ refreshToken: second.refreshToken });
    await auth.rpc.getMe({}, bearer(third));
    await fails(auth.rpc.getMe({}, { headers: { authorization: `Bearer ${third.accessToken}x` } }));
    await auth.rpc.changePassword({ currentPassword: password, newPassword: changed }, bearer(third));
    await fails(auth.rpc.changePassword({ currentPassword: wrong, newPassword: password }, bearer(third)));
    auth.clock.pass(31_000);
    await fails(auth.rpc.refresh({ refreshToken: second.refreshToken }));
    const fourth = await auth.rpc.login({ email, password: changed });
    // Statements that fail carry their values in drizzle's errors.
    const failing: [string, () => Promise<unknown>][] = [
      ["users", () => auth.rpc.register({ email: `other.${email}`, password })],
      ["sessions", () => auth.rpc.login({ email, password: changed })],
      ["refresh_tokens", () => auth.rpc.refresh({ refreshToken: fourth.refreshToken })],
      ["login_attempts", () => auth.rpc.login({ email: `other.${email}`, password: wrong })],
    ];
    for (const [table, call] of failing) {
      await auth.pool.query(`alter table ${table} add constraint nothing_more check (false) not valid`);
      assert.equal((await refusal(call())).message, "internal error");
      await auth.pool.query(`alter table ${table} drop constraint nothing_more`);
    }
    await auth.rpc.logout({ refreshToken: fourth.refreshToken });
    const sessions = [first, second, third, fourth];
    secrets.push(...sessions.flatMap(({ accessToken, refreshToken }) => [accessToken, refreshToken]));
    secrets.push(...sessions.map(({ accessToken }) => accessToken.split(".")[2] ?? ""));
    const logged = auth.logged();
    assert.match(logged, /AuthService\/Login/);
    assert.equal(logged.match(/"message":"Failed query: /g)?.length, 4);
    for (const secret of secrets) assert.ok(!logged.includes(secret), `the log holds ${secret.slice(0, 20)}`);
    assert.doesNotMatch(logged, /\$argon2id\$/);
  });
});
