import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { describe, it } from "node:test";
import { createClient } from "@finflow/connect-grpc-js/client";
import { createGrpcJsTransport } from "@finflow/connect-grpc-js/transport";
import { AuthService } from "@finflow/gen/finflow/auth/v1/auth_pb";
import { ListenError } from "../src/listen-error.ts";
import { grpcBody, runProcess } from "../src/run-process.ts";
import { hosted, hostOptions, signedIn } from "./hosted.ts";

describe("a process", () => {
  it("finishes its calls, drains its services and exits with 0 on SIGTERM", async () => {
    const fixture = new URL("./process-fixture.ts", import.meta.url).pathname;
    const child = spawn(process.execPath, [fixture], { stdio: ["ignore", "pipe", "inherit"] });
    const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
    const next = async () => (await lines.next()).value as string;
    const [port, adminPort] = (await next()).split(" ");
    const ready = await fetch(`http://127.0.0.1:${adminPort}/readyz`);
    assert.equal(ready.status, 200);
    await ready.text();

    const transport = createGrpcJsTransport(`127.0.0.1:${port}`);
    const call = createClient(AuthService, transport).getMe({}, signedIn);
    assert.equal(await next(), "entered");
    const exited = once(child, "exit");
    child.kill("SIGTERM");
    assert.equal((await call).userId, "finished");
    assert.equal(await next(), "drained");
    assert.deepEqual(await exited, [0, null]);
    transport.close();
  });

  it("leaves nothing open when its port is taken", async () => {
    const options = { ...hostOptions(), serviceName: "x", host: "127.0.0.1", port: 0, adminPort: 0 };
    const first = await runProcess(grpcBody([hosted({}).service], options), options);
    const second = hosted({});
    const taken = grpcBody([second.service], { ...options, port: first.port ?? 0 });
    await assert.rejects(runProcess(taken, options), ListenError);
    assert.deepEqual(second.log, ["start", "drain"]);
    assert.equal(await first.stop(), true);
  });
});
