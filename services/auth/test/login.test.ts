import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { createPasswords } from "../src/adapters/argon2-passwords.ts";
import {
  type Auth,
  bearer,
  days,
  from,
  hours,
  minutes,
  newEmail,
  password,
  startTestAuth,
  type TestAuth,
} from "./harness.ts";
import { refusal, refusedWith } from "./refusal.ts";

describe("Login", () => {
  let tests: TestAuth;
  let auth: Auth;
  before(async () => {
    tests = await startTestAuth();
    auth = await tests.start();
  });
  after(() => tests?.stop());

  const person = async (): Promise<string> => {
    const email = newEmail();
    await auth.rpc.register({ email, password });
    return email;
  };
  const guess = (email: string, address = "203.0.113.7") =>
    auth.rpc.login({ email, password: "wrong password" }, from(address));

  test("signs in with the e-mail however it is written", async () => {
    const email = await person();
    const session = await auth.rpc.login({ email: ` ${email.toUpperCase()} `, password });
    assert.equal((await auth.rpc.getMe({}, bearer(session))).email, email);
  });

  test("an unknown account, a wrong password and nonsense are answered alike", async () => {
    const email = await person();
    const answers = [];
    for (const each of [email, newEmail(), "no address", "a@b@c", "\u0000@x"]) {
      answers.push(await refusal(auth.rpc.login({ email: each, password: "wrong password" })));
    }
    assert.deepEqual(answers[0], {
      code: "Unauthenticated",
      message: "e-mail or password is wrong",
      reason: "BAD_CREDENTIALS",
      fields: [],
      retryAfterMs: undefined,
    });
    for (const answer of answers) assert.deepEqual(answer, answers[0]);
  });

  test("failed attempts are delayed more and more, known account or not, and nobody is locked out", async () => {
    const known = await person();
    const unknown = newEmail();
    const trails = [];
    for (const email of [known, unknown]) {
      const trail = [];
      for (let i = 0; i < 11; i += 1) trail.push(await refusal(guess(email)));
      trail.push(await refusal(guess(email)));
      // Waiting makes it no longer.
      trail.push(await refusal(guess(email)));
      auth.clock.pass(1_000);
      trail.push(await refusal(guess(email)), await refusal(guess(email)));
      trails.push(
        trail.map(({ code, reason, retryAfterMs, message }) => [code, reason, retryAfterMs, message]),
      );
    }
    assert.deepEqual(trails[0], trails[1]);
    const wrong = ["Unauthenticated", "BAD_CREDENTIALS", undefined, "e-mail or password is wrong"];
    const wait = (ms: number) => [
      "ResourceExhausted",
      "TOO_MANY_ATTEMPTS",
      ms,
      "too many failed attempts to sign in",
    ];
    assert.deepEqual(trails[0], [...Array(11).fill(wrong), wait(1_000), wait(1_000), wrong, wait(2_000)]);
    const right = () => auth.rpc.login({ email: known, password }, from("203.0.113.7"));
    // A second of its two went by while the other account was tried.
    assert.equal((await refusal(right())).retryAfterMs, 1_000);
    auth.clock.pass(1_000);
    await right();
    await refusedWith("BAD_CREDENTIALS", guess(known));
  });

  test("who guesses from one place does not keep the owner out of another", async () => {
    const email = await person();
    for (let i = 0; i < 40; i += 1) {
      await refusal(guess(email, "198.51.100.9"));
      auth.clock.pass(minutes(1));
    }
    assert.equal((await refusal(guess(email, "198.51.100.9"))).code, "ResourceExhausted");
    await auth.rpc.login({ email, password }, from("192.0.2.4"));
  });

  test("an account attacked from everywhere is delayed by seconds only", async () => {
    const email = await person();
    for (let i = 0; i < 70; i += 1) {
      await refusedWith("BAD_CREDENTIALS", guess(email, `2001:db8:0:${i}::1`));
      auth.clock.pass(30_000);
    }
    await refusedWith("BAD_CREDENTIALS", guess(email, "2001:db8:ff::1"));
    const owner = () => auth.rpc.login({ email, password }, from("192.0.2.5"));
    assert.equal((await refusal(owner())).retryAfterMs, 30_000);
    auth.clock.pass(30_000);
    await owner();
  });

  test("an address that tries many accounts is delayed, and so is its whole IPv6 network", async () => {
    for (let i = 0; i < 101; i += 1)
      await refusedWith("BAD_CREDENTIALS", guess(newEmail(), `2001:db8:77::${i + 1}`));
    const told = await refusedWith("TOO_MANY_ATTEMPTS", guess(newEmail(), "2001:db8:77:0:abcd::9"));
    assert.equal(told.retryAfterMs, 1_000);
    await refusedWith("BAD_CREDENTIALS", guess(newEmail(), "2001:db8:77:1::9"));
  });

  test("many at once do not slip through together, also over two processes", async () => {
    const other = await tests.replica(auth);
    const email = await person();
    const calls = Array.from({ length: 30 }, (_, i) =>
      refusal(
        (i % 2 === 0 ? auth : other).rpc.login(
          { email, password: `wrong ${i} password` },
          from("203.0.113.99"),
        ),
      ),
    );
    const reasons = (await Promise.all(calls)).map(({ reason }) => reason);
    assert.equal(reasons.filter((reason) => reason === "BAD_CREDENTIALS").length, 11);
    assert.equal(reasons.filter((reason) => reason === "TOO_MANY_ATTEMPTS").length, 19);
  });

  test("failures of long ago are forgotten", async () => {
    const email = await person();
    for (let i = 0; i < 11; i += 1) await refusal(guess(email, "203.0.113.31"));
    auth.clock.pass(days(1) + 1);
    for (let i = 0; i < 11; i += 1) await refusedWith("BAD_CREDENTIALS", guess(email, "203.0.113.31"));
  });

  test("an unknown account costs the same hashing as a known one", async () => {
    const costs = { memory: 64, passes: 1, parallelism: 1 };
    const passwords = createPasswords(costs, { running: 1, waiting: 0 });
    const known = passwords.matches(password, await passwords.hash(password));
    // The only place is taken: both must ask for it.
    await assert.rejects(passwords.matches(password, undefined), { reason: "busy" });
    assert.equal(await known, true);
    const unknown = passwords.matches(password, undefined);
    await assert.rejects(passwords.matches(password, undefined), { reason: "busy" });
    assert.equal(await unknown, false);
  });

  test("a hash with other costs is made anew at the next sign-in", async () => {
    const email = await person();
    const read = async (): Promise<string> =>
      (await auth.pool.query("select password_hash from users where email = $1", [email])).rows[0]
        .password_hash;
    const dearer = await tests.replica(auth, {
      argon2: { memory: 128, passes: 2, parallelism: 1, running: 2, waiting: 8 },
    });
    assert.match(await read(), /m=64,t=1,/);
    await refusedWith("BAD_CREDENTIALS", dearer.rpc.login({ email, password: "wrong password" }));
    assert.match(await read(), /m=64,t=1,/);
    const sessions = await Promise.all([1, 2, 3].map(() => dearer.rpc.login({ email, password })));
    assert.equal(new Set(sessions.map(({ sessionId }) => sessionId)).size, 3);
    assert.match(await read(), /m=128,t=2,/);
    await auth.rpc.login({ email, password });
  });

  test("a flood is refused at once and does not count against the accounts", async () => {
    const narrow = await tests.replica(auth, {
      argon2: { memory: 32_768, passes: 3, parallelism: 1, running: 1, waiting: 1 },
    });
    const emails = Array.from({ length: 8 }, newEmail);
    for (const email of emails) await narrow.rpc.register({ email, password });
    auth.clock.pass(1);
    const settled = await Promise.allSettled(emails.map((email) => narrow.rpc.login({ email, password })));
    const refused = settled.filter(({ status }) => status === "rejected");
    assert.ok(refused.length >= 1 && refused.length <= 6, `${refused.length} of 8 refused`);
    for (const each of refused) {
      const told = await refusal(Promise.reject((each as PromiseRejectedResult).reason));
      assert.deepEqual([told.code, told.reason, told.retryAfterMs], ["ResourceExhausted", "BUSY", 1_000]);
    }
    const { rows } = await auth.pool.query(
      "select 1 from login_attempts where failures > 0 and length(account) > 0 and last_time = $1",
      [auth.clock.now],
    );
    assert.equal(rows.length, 0);
  });

  test("keep me signed in lifts the idle limit and not the seven days", async () => {
    const email = await person();
    const kept = await auth.rpc.login({ email, password, keepSignedIn: true });
    const brief = await auth.rpc.login({ email, password });
    auth.clock.pass(hours(12));
    await refusedWith("REFRESH_TOKEN_INVALID", auth.rpc.refresh({ refreshToken: brief.refreshToken }));
    const next = await auth.rpc.refresh({ refreshToken: kept.refreshToken });
    auth.clock.pass(days(6.5) - minutes(5));
    const last = await auth.rpc.refresh({ refreshToken: next.refreshToken });
    assert.equal(last.expiresIn, 300);
    auth.clock.pass(minutes(5));
    await refusedWith("REFRESH_TOKEN_INVALID", auth.rpc.refresh({ refreshToken: last.refreshToken }));
  });
});
