import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, test } from "node:test";
import { create, toBinary } from "@bufbuild/protobuf";
import { decodeEvent } from "@finflow/event-log/decode-event";
import type { LogEvent } from "@finflow/event-log/event";
import type { Subscription } from "@finflow/event-log/event-log";
import type { Erasure, Session } from "@finflow/gen/finflow/auth/v1/auth_pb";
import { UserDeletedSchema, UserErasedSchema } from "@finflow/gen/finflow/events/v1/users_pb";
import { type Auth, bearer, from, newEmail, password, startTestAuth, type TestAuth } from "./harness.ts";
import { refusal, refusedWith } from "./refusal.ts";

describe("erasing a user", () => {
  let tests: TestAuth;
  let auth: Auth;
  let listening: Subscription;
  const deleted: LogEvent[] = [];
  before(async () => {
    tests = await startTestAuth();
    auth = await tests.start();
    listening = auth.eventLog.subscribe({
      consumer: "test",
      topics: ["users.deleted"],
      startAt: async () => undefined,
      onPositionLost: async () => assert.fail("nothing is pruned"),
      deliver: async ({ events }) => void deleted.push(...events),
      onProblem: (error) => assert.fail(String(error)),
    });
  });
  after(async () => {
    await listening?.stop();
    await tests?.stop();
  });

  const erased = (userId: string, service: string): LogEvent => ({
    id: randomUUID(),
    source: `finflow.${service}`,
    topic: "users.erased",
    type: "finflow.users.erased.v1",
    time: new Date(),
    userId,
    data: toBinary(UserErasedSchema, create(UserErasedSchema, { userId, service })),
    traceparent: undefined,
  });
  const follow = async (erasureId: string, until: (erasure: Erasure) => boolean): Promise<Erasure> => {
    for (;;) {
      const erasure = await auth.rpc.getErasure({ erasureId });
      if (until(erasure)) return erasure;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };
  const done = (erasure: Erasure): string[] =>
    erasure.services.filter(({ eraseTime }) => eraseTime !== undefined).map(({ service }) => service);
  const deletion = (userId: string): LogEvent[] => deleted.filter((event) => event.userId === userId);

  test("ends all sessions, tells the others, and is finished when each of them says so", async () => {
    const email = newEmail();
    const session = await auth.rpc.register({ email, password });
    const other = await auth.rpc.login({ email, password });
    const userId = session.user?.userId ?? "";
    const { erasureId, finished, services } = await auth.rpc.deleteMe({}, bearer(session));
    assert.match(erasureId, /^[0-9a-f]{8}-[0-9a-f]{4}-4/);
    assert.equal(finished, false);
    assert.deepEqual(
      services.map(({ service }) => service),
      ["analytics", "auth", "chatbot", "upload"],
    );
    for (const each of [session, other]) {
      assert.equal(await auth.revokedSessions.isRevoked(each.sessionId), "revoked");
      await refusedWith("SESSION_ENDED", auth.rpc.getMe({}, bearer(each)));
      await refusedWith("REFRESH_TOKEN_INVALID", auth.rpc.refresh({ refreshToken: each.refreshToken }));
    }
    await refusedWith("BAD_CREDENTIALS", auth.rpc.login({ email, password }));

    assert.deepEqual(done(await follow(erasureId, (erasure) => done(erasure).length > 0)), ["auth"]);
    const [event] = deletion(userId);
    assert.equal(event?.type, "finflow.users.deleted.v1");
    const { userId: named, erasureId: told } = decodeEvent(UserDeletedSchema, event as LogEvent);
    assert.deepEqual([named, told], [userId, erasureId]);

    const answers = ["upload", "analytics", "analytics", "stranger"].map((service) =>
      erased(userId, service),
    );
    await auth.eventLog.append(answers);
    const almost = await follow(erasureId, (erasure) => done(erasure).length === 3);
    assert.equal(almost.finished, false);
    await auth.eventLog.append([erased(userId, "chatbot")]);
    const whole = await follow(erasureId, ({ finished: isFinished }) => isFinished);
    assert.equal(whole.services.length, 4);
    const text = JSON.stringify(whole, (_, value) => (typeof value === "bigint" ? `${value}` : value));
    assert.ok(!text.includes(userId) && !text.includes(email));
  });

  test("leaves nothing of the person but the user id", async () => {
    const email = newEmail();
    const session = await auth.rpc.register({ email, password, requestId: randomUUID() });
    const userId = session.user?.userId ?? "";
    for (let i = 0; i < 3; i += 1) {
      await refusal(auth.rpc.login({ email, password: "wrong password" }, from(`192.0.2.${i + 50}`)));
    }
    const attempts = async () =>
      (await auth.pool.query("select 1 from login_attempts where length(account) > 0")).rowCount;
    const before = await attempts();
    await auth.rpc.deleteMe({}, bearer(session));
    assert.equal(await attempts(), (before ?? 0) - 4);
    const tables = await auth.pool.query(
      "select table_name from information_schema.tables where table_schema = 'public'",
    );
    for (const { table_name: table } of tables.rows) {
      const { rows } = await auth.pool.query(`select row_to_json(t)::text as text from "${table}" t`);
      const found = rows.filter(({ text }) => text.includes(userId) || text.includes(email));
      const expected: Record<string, number> = { tombstones: 1, erasures: 1, erasure_services: 4, outbox: 2 };
      assert.equal(found.length, expected[table] ?? 0, table);
      assert.ok(!found.some(({ text }) => text.includes(email)), table);
    }
  });

  test("the same e-mail may register at once, as somebody new", async () => {
    const email = newEmail();
    const first = await auth.rpc.register({ email, password });
    await auth.rpc.deleteMe({}, bearer(first));
    const second = await auth.rpc.register({ email, password });
    assert.notEqual(second.user?.userId, first.user?.userId);
    await refusedWith("SESSION_ENDED", auth.rpc.getMe({}, bearer(first)));
    await auth.rpc.getMe({}, bearer(second));
  });

  test("deleting again, also at once, is the same erasure and one event", async () => {
    const session = await auth.rpc.register({ email: newEmail(), password });
    const calls = [1, 2, 3].map(() => auth.rpc.deleteMe({}, bearer(session)));
    const erasures = await Promise.all(calls);
    erasures.push(await auth.rpc.deleteMe({}, bearer(session)));
    assert.equal(new Set(erasures.map(({ erasureId }) => erasureId)).size, 1);
    const { rowCount } = await auth.pool.query("select 1 from outbox where user_id = $1", [
      session.user?.userId,
    ]);
    assert.equal(rowCount, 2);
  });

  test("a session that has ended deletes nothing", async () => {
    const email = newEmail();
    const session = await auth.rpc.register({ email, password });
    await auth.rpc.logout({ refreshToken: session.refreshToken });
    await refusedWith("SESSION_ENDED", auth.rpc.deleteMe({}, bearer(session)));
    await auth.rpc.login({ email, password });
  });

  test("who writes while the person is deleted either comes first or finds nobody", async () => {
    for (let round = 0; round < 5; round += 1) {
      const email = newEmail();
      const session = await auth.rpc.register({ email, password });
      const userId = session.user?.userId;
      await Promise.allSettled([
        auth.rpc.login({ email, password }),
        auth.rpc.deleteMe({}, bearer(session)),
        auth.rpc.refresh({ refreshToken: session.refreshToken }),
        auth.rpc.changePassword(
          { currentPassword: password, newPassword: "another phrase" },
          bearer(session),
        ),
        auth.rpc.login({ email, password }),
      ] satisfies Promise<unknown>[]);
      const { rowCount } = await auth.pool.query("select 1 from sessions where user_id = $1", [userId]);
      assert.equal(rowCount, 0);
      assert.equal(
        (await auth.pool.query("select 1 from tombstones where user_id = $1", [userId])).rowCount,
        1,
      );
    }
  });

  test("an erasure nobody knows of is not found", async () => {
    const told = await refusedWith("ERASURE_NOT_FOUND", auth.rpc.getErasure({ erasureId: randomUUID() }));
    assert.equal(told.code, "NotFound");
    assert.deepEqual((await refusal(auth.rpc.getErasure({ erasureId: "1" }))).code, "InvalidArgument");
  });

  test("an event that cannot be read goes aside and the next ones count", async () => {
    const session: Session = await auth.rpc.register({ email: newEmail(), password });
    const userId = session.user?.userId ?? "";
    const { erasureId } = await auth.rpc.deleteMe({}, bearer(session));
    const garbled = { ...erased(userId, "upload"), data: Buffer.from([0xff, 0xff]) };
    const notAnId = { ...erased(userId, "upload"), data: erased("nobody", "upload").data };
    const otherType = { ...erased(userId, "upload"), type: "finflow.users.revived.v1" };
    await auth.eventLog.append([garbled, notAnId, otherType, erased(userId, "upload")]);
    await follow(erasureId, (erasure) => done(erasure).includes("upload"));
    const letters = (await auth.eventLog.deadLetters("users.erased")).map(({ event }) => event.id);
    assert.deepEqual(new Set(letters), new Set([garbled.id, notAnId.id, otherType.id]));
  });
});
