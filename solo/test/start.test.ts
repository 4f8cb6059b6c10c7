import assert from "node:assert/strict";
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { isAlive } from "@finflow/embedded-postgres/postmaster";

type Ports = { PORT: string; GRPC_PORT: string; ADMIN_PORT: string };

/** `npm start` as its own process, on ports and a data folder of the test's. */
describe("npm start", () => {
  let folder: string;
  let ports: Ports;
  const started: ChildProcess[] = [];
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "finflow-solo-"));
    await chmod(folder, 0o711);
    ports = await freePorts();
  });
  after(async () => {
    for (const child of started)
      if (child.exitCode === null && child.signalCode === null) await end(child, "SIGKILL");
    const pid = await postmaster().catch(() => undefined);
    if (pid !== undefined && isAlive(pid)) process.kill(pid, "SIGQUIT");
    while (pid !== undefined && isAlive(pid)) await tick();
    await rm(folder, { recursive: true, force: true });
  });

  const data = () => join(folder, "data");
  const postmaster = async (): Promise<number> =>
    Number((await readFile(join(data(), "postgres/cluster/postmaster.pid"), "utf8")).split("\n")[0]);
  const start = (environment: Record<string, string> = {}) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, "../src/main.ts")], {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, FINFLOW_DATA: data(), ...ports, ...environment },
    });
    started.push(child);
    let said = "";
    const heard = Promise.withResolvers<void>();
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on("data", (chunk) => {
        said += chunk;
        if (said.includes("answers after")) heard.resolve();
      });
    }
    child.on("close", () => heard.reject(new Error(`it ended:\n${said}`)));
    heard.promise.catch(() => {});
    return { child, ready: heard.promise, said: () => said, closed: once(child, "close") };
  };

  test("prints its steps and one address; Ctrl-C ends it in order, the database too", async () => {
    const solo = start();
    await solo.ready;
    assert.match(solo.said(), /database +\d+\.\d\d s/);
    assert.match(solo.said(), new RegExp(`http://localhost:${ports.PORT} +answers after \\d+\\.\\d\\d s`));
    const email = "person@example.com";
    const post = async (path: string, body: object) =>
      fetch(`http://127.0.0.1:${ports.PORT}/v1/auth/${path}`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      });
    assert.equal((await post("register", { email, password: "correct horse battery staple" })).status, 201);
    const reset = spawnSync(
      process.execPath,
      [join(import.meta.dirname, "../bin/finflow.js"), "reset-password", email, "--password-stdin"],
      {
        input: "another horse, another staple\n",
        env: { ...process.env, FINFLOW_DATA: data(), FINFLOW_SKIP_INSTALL: "1" },
        encoding: "utf8",
      },
    );
    assert.deepEqual([reset.status, reset.stdout, reset.stderr], [0, "The password is set.\n", ""]);
    assert.equal((await post("login", { email, password: "another horse, another staple" })).status, 200);
    const pid = await postmaster();
    assert.deepEqual(await end(solo.child, "SIGINT"), [0, null]);
    assert.equal(isAlive(pid), false);
  });

  test("killed, it starts again over the database that still runs", async () => {
    const first = start();
    await first.ready;
    const pid = await postmaster();
    await end(first.child, "SIGKILL");
    assert.equal(isAlive(pid), true);
    const second = start();
    await second.ready;
    assert.equal(await postmaster(), pid);

    const third = start(await freePorts());
    assert.deepEqual(await third.closed, [1, null]);
    assert.match(
      third.said(),
      new RegExp(`another Finflow \\(process ${second.child.pid}\\) uses this data folder`),
    );

    const fourth = start({ FINFLOW_DATA: join(folder, "another") });
    assert.deepEqual(await fourth.closed, [1, null]);
    assert.match(
      fourth.said(),
      new RegExp(`port ${ports.PORT} is taken by node \\(process ${second.child.pid}\\); PORT`),
    );

    assert.deepEqual(await end(second.child, "SIGTERM"), [0, null]);
    assert.equal(isAlive(pid), false);
  });

  test("a database that is killed under it is started again, and requests are answered again", async () => {
    const solo = start();
    await solo.ready;
    process.kill(await postmaster(), "SIGKILL");
    while (!solo.said().includes("the database is back")) await tick();
    let status = 0;
    while (status !== 401) {
      const answer = await fetch(`http://127.0.0.1:${ports.PORT}/v1/auth/login`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ email: "nobody@example.com", password: "not the right one" }),
      });
      status = answer.status;
    }
    const pid = await postmaster();
    assert.deepEqual(await end(solo.child, "SIGTERM"), [0, null]);
    assert.equal(isAlive(pid), false);
  });

  test("ends when whoever started it is gone", async () => {
    const solo = start({ FINFLOW_BOOTSTRAP_PID: "1" });
    await solo.ready;
    assert.deepEqual(await solo.closed, [0, null]);
  });

  test("refuses a data folder of a newer version, and says which variables are wrong", async () => {
    await writeFile(join(data(), "version"), "2\n");
    const newer = start();
    assert.deepEqual(await newer.closed, [1, null]);
    assert.match(newer.said(), /written by a newer Finflow \(format 2, this one knows 1\)/);
    const wrong = start({ PORT: "0", LOG_LEVEL: "loud" });
    assert.deepEqual(await wrong.closed, [1, null]);
    assert.match(wrong.said(), /PORT: .*\n.*LOG_LEVEL: /);
    assert.doesNotMatch(wrong.said(), /loud|at .*\.ts/);
  });
});

const tick = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<unknown[]> {
  const gone = once(child, "close");
  child.kill(signal);
  return gone;
}

async function freePorts(): Promise<Ports> {
  const servers = [createServer(), createServer(), createServer()];
  const [http, grpc, admin] = await Promise.all(
    servers.map(async (server) => {
      server.listen(0, "127.0.0.1");
      await once(server, "listening");
      return String((server.address() as AddressInfo).port);
    }),
  );
  for (const server of servers) {
    server.close();
    await once(server, "close");
  }
  return { PORT: http ?? "", GRPC_PORT: grpc ?? "", ADMIN_PORT: admin ?? "" };
}
