import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { ask, expectError, expectStatus } from "./http.ts";
import { newCredentials, newPerson } from "./person.ts";
import type { Target } from "./target.ts";
import type { SessionJson } from "./wire.ts";

export function sessions(target: () => Target): void {
  const refresh = (refreshToken: string) =>
    ask<SessionJson>(target(), "POST", "/v1/auth/refresh", { json: { refreshToken } });
  const me = (token: string) => ask<{ email: string }>(target(), "GET", "/v1/auth/me", { token });
  const login = ({ email, password }: { email: string; password: string }) =>
    ask<SessionJson>(target(), "POST", "/v1/auth/login", { json: { email, password } });

  describe("sessions", () => {
    test("register, sign in with the e-mail in any case, be told who one is", async () => {
      const person = await newPerson(target());
      assert.equal(person.session.user.email, person.email);
      assert.equal(person.session.expiresIn, 900);
      const session = expectStatus(await login({ ...person, email: person.email.toUpperCase() }), 200);
      assert.equal(session.user.userId, person.userId);
      assert.notEqual(session.sessionId, person.session.sessionId);
      const user = expectStatus(await me(session.accessToken), 200);
      assert.deepEqual(user, session.user as unknown);
      const taken = await ask(target(), "POST", "/v1/auth/register", { json: newCredentials() });
      assert.equal(taken.status, 201);
      const again = await ask(target(), "POST", "/v1/auth/register", {
        json: { email: person.email, password: person.password },
      });
      expectError(again, 409, "ALREADY_EXISTS");
    });

    test("a wrong password and an unknown account get the same answer", async () => {
      const person = await newPerson(target());
      const wrong = await login({ email: person.email, password: "another pass phrase" });
      const unknown = await login({ email: newCredentials().email, password: "another pass phrase" });
      expectError(wrong, 401, "UNAUTHENTICATED");
      assert.deepEqual(wrong.body, unknown.body);
    });

    test("two tabs that refresh at once get the same successor; an old token ends nobody's session then", async () => {
      const person = await newPerson(target());
      const [one, other] = await Promise.all([
        refresh(person.session.refreshToken),
        refresh(person.session.refreshToken),
      ]);
      const [first, second] = [expectStatus(one, 200), expectStatus(other, 200)];
      assert.equal(first.refreshToken, second.refreshToken);
      assert.notEqual(first.refreshToken, person.session.refreshToken);
      assert.equal(first.sessionId, person.session.sessionId);
      for (const { accessToken } of [first, second]) expectStatus(await me(accessToken), 200);
      const next = expectStatus(await refresh(first.refreshToken), 200);
      expectStatus(await me(next.accessToken), 200);
      expectError(await refresh(`${next.refreshToken}x`), 401, "UNAUTHENTICATED");
      expectStatus(await me(next.accessToken), 200);
    });

    test("logout ends the session at once, everywhere, and only this one", async () => {
      const person = await newPerson(target());
      const other = expectStatus(await login(person), 200);
      const out = await ask(target(), "POST", "/v1/auth/logout", {
        json: { refreshToken: person.session.refreshToken },
      });
      expectStatus(out, 200);
      for (const path of [
        "/v1/auth/me",
        "/upload/documents",
        "/analytics/summary",
        "/chatbot/conversations",
      ]) {
        expectError(await person.call("GET", path), 401, "UNAUTHENTICATED");
      }
      expectError(await refresh(person.session.refreshToken), 401, "UNAUTHENTICATED");
      expectStatus(await me(other.accessToken), 200);
      const again = await ask(target(), "POST", "/v1/auth/logout", {
        json: { refreshToken: person.session.refreshToken },
      });
      expectStatus(again, 200);
    });

    test("sessions are listed, and one can end another", async () => {
      const person = await newPerson(target());
      const other = expectStatus(await login(person), 200);
      type List = { sessions: { sessionId: string; current: boolean }[] };
      const { sessions: listed } = await person.get<List>("/v1/auth/sessions");
      assert.deepEqual(
        listed.map(({ sessionId, current }) => [sessionId, current]).sort(),
        [
          [person.session.sessionId, true],
          [other.sessionId, false],
        ].sort(),
      );
      await person.send("DELETE", `/v1/auth/sessions/${other.sessionId}`);
      expectError(await me(other.accessToken), 401, "UNAUTHENTICATED");
      expectError(await refresh(other.refreshToken), 401, "UNAUTHENTICATED");
      expectStatus(await me(person.token), 200);
    });

    test("a new password ends every other session", async () => {
      const person = await newPerson(target());
      const other = expectStatus(await login(person), 200);
      const { password: newPassword } = newCredentials();
      const change = (currentPassword: string) =>
        person.call("POST", "/v1/auth/password", { json: { currentPassword, newPassword } });
      expectError(await change("not the password"), 400, "INVALID_ARGUMENT");
      expectStatus(await change(person.password), 200);
      expectError(await me(other.accessToken), 401, "UNAUTHENTICATED");
      expectStatus(await me(person.token), 200);
      expectError(await login(person), 401, "UNAUTHENTICATED");
      expectStatus(await login({ email: person.email, password: newPassword }), 200);
    });
  });
}
