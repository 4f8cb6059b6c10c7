import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { resetPassword } from "../src/reset-password.ts";
import { type Auth, bearer, newEmail, password, startTestAuth, type TestAuth } from "./harness.ts";
import { refusal, refusedWith } from "./refusal.ts";

describe("resetPassword", () => {
  let tests: TestAuth;
  let auth: Auth;
  before(async () => {
    tests = await startTestAuth();
    auth = await tests.start();
  });
  after(() => tests?.stop());

  const reset = (email: string, to?: string) =>
    resetPassword({ config: auth.config, pool: auth.pool, email, password: to });

  test("makes up a password, ends all sessions, and the running service tells of them", async () => {
    const email = newEmail();
    const session = await auth.rpc.register({ email, password });
    for (let i = 0; i < 12; i += 1) await refusal(auth.rpc.login({ email, password: "wrong password" }));
    await refusedWith("TOO_MANY_ATTEMPTS", auth.rpc.login({ email, password }));
    const made = await reset(` ${email.toUpperCase()}`);
    assert.match(made ?? "", /^([a-z2-9]{5}-){4}[a-z2-9]{5}$/);
    await refusedWith("REFRESH_TOKEN_INVALID", auth.rpc.refresh({ refreshToken: session.refreshToken }));
    await refusedWith("SESSION_ENDED", auth.rpc.getMe({}, bearer(session)));
    await refusedWith("BAD_CREDENTIALS", auth.rpc.login({ email, password }));
    await auth.rpc.login({ email, password: made });
    while ((await auth.revokedSessions.isRevoked(session.sessionId)) !== "revoked") {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  });

  test("sets the password it is given, by the same rules", async () => {
    const email = newEmail();
    await auth.rpc.register({ email, password });
    await assert.rejects(reset(email, "password1"), { reason: "password_breached" });
    assert.equal(await reset(email, "given by the operator"), undefined);
    await auth.rpc.login({ email, password: "given by the operator" });
  });

  test("says that an account is not there", async () => {
    await assert.rejects(reset(newEmail()), { name: "UnknownAccountError" });
    await assert.rejects(reset("no address"), { reason: "email_invalid" });
  });
});
