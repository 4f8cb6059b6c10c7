import assert from "node:assert/strict";
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { chmod, chown, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";
import pg from "pg";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "../src/embedded-postgres.ts";
import { canEnter, type OsUser } from "../src/os-user.ts";
import { isAlive } from "../src/postmaster.ts";
import type { ConnectionConfig } from "../src/server.ts";

type Held = {
  readonly process: ChildProcess;
  readonly databases: Record<"one" | "two", ConnectionConfig>;
  readonly pid: number;
  readonly adopted: boolean;
  readonly created: boolean;
  readonly refused?: string;
  readonly message?: string;
};

const nobody: OsUser = { uid: 65534, gid: 65534 };
const password = "only for this test";

const suites: [string, OsUser | undefined][] = [["as the user that runs the tests", undefined]];
if (process.getuid?.() === 0) {
  if (canEnter(import.meta.dirname, nobody)) suites.push(["as an unprivileged user", nobody]);
  else console.warn("LEFT OUT: embedded PostgreSQL as an unprivileged user, who cannot enter this checkout");
}

for (const [title, user] of suites) {
  describe(`embedded PostgreSQL ${title}`, () => {
    let parent: string;
    let prepared: string;
    let held: Held[];
    before(async () => {
      prepared = await mkdtemp(join(tmpdir(), "finflow-embedded-"));
      await chmod(prepared, 0o711);
      if (user) await chown(prepared, user.uid, user.gid);
      parent = prepared;
      held = [];
      await release(await hold());
    });
    after(() => rm(prepared, { recursive: true, force: true }));
    beforeEach(async () => {
      parent = await mkdtemp(join(tmpdir(), "finflow-embedded-"));
      // As the data folder of a Finflow that root started: passable, with closed folders in it.
      await chmod(parent, 0o711);
      if (user) await chown(parent, user.uid, user.gid);
      held = [];
    });
    afterEach(async () => {
      for (const each of held) {
        if (each.process.exitCode === null && each.process.signalCode === null) await release(each);
        if (each.pid && isAlive(each.pid)) process.kill(each.pid, "SIGQUIT");
        while (each.pid && isAlive(each.pid)) await tick();
      }
      await rm(parent, { recursive: true, force: true });
    });

    /** A cluster that was stopped in order; tests of the first start do without. */
    const useCluster = (): void => {
      execFileSync("cp", ["-a", join(prepared, "postgres"), folder()]);
    };
    const folder = (): string => join(parent, "postgres");
    const hold = async (withPassword = password): Promise<Held> => {
      const child = spawn(
        process.execPath,
        [join(import.meta.dirname, "hold-database.ts"), folder(), withPassword],
        { ...user, cwd: "/", stdio: ["pipe", "pipe", "inherit"] },
      );
      const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream });
      const [line] = (await once(lines, "line")) as [string];
      const each = { ...(JSON.parse(line) as Omit<Held, "process">), process: child };
      held.push(each);
      return each;
    };

    test("starts, stops, starts again with what was written", async () => {
      const first = await hold();
      assert.equal(first.created, true);
      await write(first.databases.one, 1);
      await release(first);
      assert.equal(isAlive(first.pid), false);
      const second = await hold();
      assert.deepEqual([second.created, second.adopted], [false, false]);
      assert.deepEqual(await read(second.databases.one), [1]);
      assert.equal((await stat(folder())).mode & 0o777, 0o700);
    });

    test("adopts the server that a killed process left, with all it acknowledged", async () => {
      useCluster();
      const first = await hold();
      await write(first.databases.one, 1);
      await kill(first);
      assert.equal(isAlive(first.pid), true);
      const second = await hold();
      assert.deepEqual([second.adopted, second.pid], [true, first.pid]);
      assert.deepEqual(await read(second.databases.one), [1]);
      await release(second);
      assert.equal(isAlive(first.pid), false);
    });

    test("starts over the pid file of a server that was killed too, while its children are still dying", async () => {
      useCluster();
      const first = await hold();
      await write(first.databases.one, 1);
      await kill(first);
      process.kill(first.pid, "SIGKILL");
      const second = await hold();
      assert.equal(second.adopted, false);
      assert.deepEqual(await read(second.databases.one), [1]);
    });

    // What follows does not depend on who runs it.
    if (user) return;

    test("a role enters its own database and no other, and only with its password", async () => {
      useCluster();
      const { databases } = await hold();
      await write(databases.two, 2);
      await assert.rejects(read({ ...databases.two, user: "one", password: "first" }), { code: "42501" });
      await assert.rejects(read({ ...databases.one, password: "wrong" }), { code: "28P01" });
      await assert.rejects(read({ ...databases.one, database: "postgres", password: "" }), /password/);
    });

    test("waits for a server that is shutting down", async () => {
      useCluster();
      const first = await hold();
      await kill(first);
      process.kill(first.pid, "SIGINT");
      const second = await hold();
      assert.equal(isAlive(second.pid), true);
      assert.notEqual(second.pid, first.pid);
    });

    test("a pid that another process has now is no server", async () => {
      useCluster();
      const first = await hold();
      await kill(first);
      const pidFile = join(folder(), "cluster", "postmaster.pid");
      const written = await readFile(pidFile, "utf8");
      process.kill(first.pid, "SIGQUIT");
      while (isAlive(first.pid)) await tick();
      await writeFile(pidFile, written.replace(/^\d+/, String(process.pid)));
      const second = await hold();
      assert.equal(second.adopted, false);
      assert.notEqual(second.pid, process.pid);
    });

    test("of two on one folder the second is refused, naming the first", async () => {
      useCluster();
      const first = await hold();
      const second = await hold();
      assert.equal(second.refused, "owned_by_other");
      assert.match(second.message ?? "", new RegExp(`process ${first.process.pid}\\b`));
      assert.deepEqual(await write(first.databases.one, 1), undefined);
    });

    test("of two that start at once on a new folder one wins and the other is refused", async () => {
      const both = await Promise.all([hold(), hold()]);
      const refused = both.filter((each) => each.refused);
      assert.deepEqual(
        refused.map((each) => each.refused),
        ["owned_by_other"],
      );
      const names = await readdir(folder());
      assert.deepEqual(
        names.filter((name) => name.includes(".tmp")),
        [],
      );
    });

    test("a killed initialisation is cleared away", async () => {
      await mkdir(folder(), { mode: 0o700 });
      const abandoned = join(folder(), "cluster.4194305.0123abcd.tmp");
      await mkdir(abandoned);
      await writeFile(join(abandoned, "PG_VERSION"), "18\n");
      assert.equal((await hold()).created, true);
      assert.equal(existsSync(abandoned), false);
    });

    test("refuses another password than its own, and another major version's folder", async () => {
      useCluster();
      const first = await hold();
      await release(first);
      const wrong = await hold("another");
      assert.equal(wrong.refused, "wrong_password");
      assert.equal(
        existsSync(join(folder(), "cluster", "postmaster.pid")),
        false,
        "it left no server behind",
      );
      await writeFile(join(folder(), "cluster", "PG_VERSION"), "17\n");
      assert.equal((await hold()).refused, "other_version");
    });
  });
}

describe("a server that dies under its process", () => {
  test("is brought back where it was", async () => {
    const parent = await mkdtemp(join(tmpdir(), "finflow-embedded-"));
    await chmod(parent, 0o711);
    const outage: string[] = [];
    const recovered = Promise.withResolvers<void>();
    let running: EmbeddedPostgres<"one"> | undefined;
    try {
      running = await startEmbeddedPostgres({
        folder: join(parent, "postgres"),
        password,
        databases: [{ name: "one", password: "first", connections: 5 }],
        maxConnections: 30,
        onOutage: (event) => {
          outage.push("error" in event ? "down" : "up");
          if ("recovered" in event) recovered.resolve();
        },
      });
      await write(running.databases.one, 1);
      const first = running.pid;
      process.kill(first, "SIGKILL");
      await Promise.race([recovered.promise, running.failed.then(Promise.reject.bind(Promise))]);
      assert.deepEqual(outage, ["down", "up"]);
      assert.notEqual(running.pid, first);
      assert.deepEqual(await read(running.databases.one), [1]);
    } finally {
      await running?.stop();
      await rm(parent, { recursive: true, force: true });
    }
  });

  test("limits are checked before anything starts", async () => {
    await assert.rejects(
      startEmbeddedPostgres({
        folder: "/nowhere",
        password,
        databases: [{ name: "one", password: "first", connections: 23 }],
        maxConnections: 30,
      }),
      { reason: "too_many_connections" },
    );
  });
});

const tick = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

async function release({ process: child }: Held): Promise<void> {
  const gone = once(child, "exit");
  child.stdin?.end();
  await gone;
}

async function kill({ process: child }: Held): Promise<void> {
  const gone = once(child, "exit");
  child.kill("SIGKILL");
  await gone;
}

async function write(config: ConnectionConfig, n: number): Promise<void> {
  await using client = await connect(config);
  await client.query("create table if not exists kept (n integer)");
  await client.query("insert into kept values ($1)", [n]);
}

async function read(config: ConnectionConfig): Promise<number[]> {
  await using client = await connect(config);
  return (await client.query<{ n: number }>("select n from kept order by n")).rows.map(({ n }) => n);
}

async function connect(config: ConnectionConfig) {
  const client = new pg.Client(config);
  await client.connect();
  return {
    query: client.query.bind(client) as typeof client.query,
    [Symbol.asyncDispose]: () => client.end(),
  };
}
