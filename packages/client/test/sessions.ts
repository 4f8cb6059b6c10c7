import assert from "node:assert/strict";
import { test } from "node:test";
import { Code, ConnectError } from "@connectrpc/connect";
import { createFinflowClient } from "../src/finflow-client.ts";
import { createCookieJar, createKeychain, createWire, newCredentials } from "./wires.ts";

export const sessions = (url: () => string) => {
  /** An app with a keychain of its own. */
  async function newApp() {
    const keychain = createKeychain();
    const wire = createWire();
    const client = createFinflowClient({ baseUrl: url(), refreshTokens: keychain, fetch: wire.fetch });
    const credentials = newCredentials();
    const user = await client.session.register(credentials);
    wire.calls.length = 0;
    return { client, keychain, wire, credentials, user };
  }
  const failsWith = (code: Code) => (error: unknown) => ConnectError.from(error).code === code;

  test("is taken up again by the next start of an app, from its keychain", async () => {
    const { keychain, user } = await newApp();
    const next = createFinflowClient({ baseUrl: url(), refreshTokens: keychain });
    assert.equal(next.session.user(), undefined);
    assert.equal((await next.session.resume())?.userId, user.userId);
    assert.equal((await next.auth.getMe({})).email, user.email);
  });

  test("is taken up again by the next load of a page, from a cookie that no script sees", async () => {
    const jar = createCookieJar();
    const page = () => createFinflowClient({ baseUrl: url(), fetch: jar.fetch });
    const first = page();
    const user = await first.session.register(newCredentials());
    assert.equal(jar.cookies.size, 1);

    const second = page();
    assert.equal((await second.session.resume())?.userId, user.userId);
    assert.equal((await second.auth.getMe({})).email, user.email);

    await second.session.signOut();
    assert.equal(jar.cookies.size, 0);
    assert.equal(await page().session.resume(), undefined);
  });

  test("is none without an earlier one, or with a token that nobody issued", async () => {
    for (const keychain of [createKeychain(), createKeychain("nonsense")]) {
      const client = createFinflowClient({ baseUrl: url(), refreshTokens: keychain });
      assert.equal(await client.session.resume(), undefined);
      assert.equal(keychain.token, undefined, "a token that is good for nothing is not kept");
      await assert.rejects(client.auth.getMe({}), failsWith(Code.Unauthenticated));
    }
  });

  test("renews an old token once, however many calls find it old", async (t) => {
    const { client, keychain, wire } = await newApp();
    const before = keychain.token;
    t.mock.timers.enable({ apis: ["Date"], now: Date.now() + 14.75 * 60_000 });
    const answers = await Promise.all(Array.from({ length: 20 }, () => client.auth.getMe({})));
    assert.equal(new Set(answers.map(({ userId }) => userId)).size, 1);
    assert.equal(wire.calls.filter((call) => call === "Refresh").length, 1);
    assert.equal(wire.calls.length, 21);
    assert.notEqual(keychain.token, before, "refresh tokens rotate");
  });

  test("makes a call again with a new token where the old one was refused", async () => {
    const { client, wire } = await newApp();
    wire.spoiled = 1;
    await client.auth.getMe({});
    assert.deepEqual(wire.calls, ["GetMe", "Refresh", "GetMe"]);
  });

  test("does so once: a second refusal is the caller's to know", async () => {
    const { client, wire } = await newApp();
    wire.spoiled = 2;
    await assert.rejects(client.auth.getMe({}), failsWith(Code.Unauthenticated));
    assert.deepEqual(wire.calls, ["GetMe", "Refresh", "GetMe"]);
    await client.auth.getMe({});
  });

  test("ends, and says so, when it was ended elsewhere", async () => {
    const { client, keychain, wire } = await newApp();
    const heard: (string | undefined)[] = [];
    client.session.onChange((user) => heard.push(user?.userId));
    const elsewhere = createFinflowClient({
      baseUrl: url(),
      refreshTokens: createKeychain(keychain.token),
    });
    await elsewhere.session.signOut();
    wire.calls.length = 0;
    await assert.rejects(client.auth.getMe({}), failsWith(Code.Unauthenticated));
    assert.deepEqual(heard, [undefined]);
    assert.equal(client.session.user(), undefined);
    assert.equal(keychain.token, undefined);
  });

  test("stands when signing out does not reach the server, and through its absence", async (t) => {
    const { client, keychain, wire, user } = await newApp();
    wire.isCut = true;
    await assert.rejects(client.session.signOut());
    t.mock.timers.enable({ apis: ["Date"], now: Date.now() + 14.75 * 60_000 });
    await assert.rejects(client.auth.getMe({}), (error) => !failsWith(Code.Unauthenticated)(error));
    assert.equal(client.session.user()?.userId, user.userId);
    assert.ok(keychain.token);
    wire.isCut = false;
    await client.auth.getMe({});
    await client.session.signOut();
    assert.equal(client.session.user(), undefined);
  });

  test("is not brought back by a renewal that was under way when it ended", async () => {
    const { client, keychain } = await newApp();
    const token = await client.session.token();
    const renewal = client.session.token(token);
    await Promise.all([client.session.signOut(), renewal.catch(() => undefined)]);
    assert.equal(client.session.user(), undefined);
    assert.equal(keychain.token, undefined);
  });

  test("ends with its account, whose erasing can be followed to its end", async () => {
    const { client, credentials } = await newApp();
    const { erasureId } = await client.session.deleteAccount();
    assert.equal(client.session.user(), undefined);
    await assert.rejects(client.session.signIn(credentials), failsWith(Code.Unauthenticated));
    const deadline = performance.now() + 60_000;
    while (!(await client.session.erasure(erasureId)).finished) {
      assert.ok(performance.now() < deadline, "the erasing does not come to its end");
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  });
};
