import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { type Auth, bearer, newEmail, password, startTestAuth, type TestAuth } from "./harness.ts";
import { refusal } from "./refusal.ts";

describe("without its database", () => {
  let tests: TestAuth;
  let auth: Auth;
  before(async () => {
    tests = await startTestAuth();
    auth = await tests.start();
  });
  after(() => tests?.stop());

  const others =
    "from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'";

  test("auth says that it is unavailable, and goes on when the database is back", async () => {
    const session = await auth.rpc.register({ email: newEmail(), password });
    const blocker = await auth.pool.connect();
    await blocker.query("begin");
    await blocker.query("lock table users in access exclusive mode");
    const calls = Array.from({ length: 4 }, () => refusal(auth.rpc.getMe({}, bearer(session))));
    const waiting = `${others} and wait_event_type = 'Lock'`;
    while ((await auth.pool.query(`select 1 ${waiting}`)).rowCount !== calls.length);
    // What every connection sees of an administrator's shutdown.
    await auth.pool.query(`select pg_terminate_backend(pid) ${waiting}`);
    for (const told of await Promise.all(calls)) {
      assert.deepEqual([told.code, told.reason], ["Unavailable", "STORE_UNAVAILABLE"]);
    }
    await blocker.query("rollback");
    blocker.release();
    await auth.rpc.getMe({}, bearer(session));
  });

  test("what was to be published is, once the relay has a connection again", async () => {
    const session = await auth.rpc.register({ email: newEmail(), password });
    await auth.pool.query(`select pg_terminate_backend(pid) ${others}`);
    const { erasureId } = await auth.rpc.deleteMe({}, bearer(session));
    const isAcknowledged = async (): Promise<boolean> =>
      (await auth.rpc.getErasure({ erasureId })).services.some(({ eraseTime }) => eraseTime !== undefined);
    while (!(await isAcknowledged())) await new Promise((resolve) => setTimeout(resolve, 20));
  });
});
