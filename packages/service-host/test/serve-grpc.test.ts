import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { Code, type HandlerContext } from "@connectrpc/connect";
import { createClient } from "@finflow/connect-grpc-js/client";
import { remainingMs } from "@finflow/connect-grpc-js/deadline-interceptor";
import { createGrpcJsTransport } from "@finflow/connect-grpc-js/transport";
import { AnalyticsService } from "@finflow/gen/finflow/analytics/v1/analytics_pb";
import { AuthService } from "@finflow/gen/finflow/auth/v1/auth_pb";
import {
  Client,
  type ClientDuplexStream,
  credentials,
  loadPackageDefinition,
  type ServiceClientConstructor,
} from "@grpc/grpc-js";
import { loadSync } from "@grpc/proto-loader";
import { service as healthDefinition } from "grpc-health-check";
import type { HostedService } from "../src/hosted-service.ts";
import { ListenError } from "../src/listen-error.ts";
import { serveGrpc } from "../src/serve-grpc.ts";
import { type Behaviour, failure, hosted, hostOptions, signedIn } from "./hosted.ts";

async function serve(behaviour: Behaviour, more: Partial<HostedService> = {}, graceMs = 5_000) {
  const { service, log } = hosted(behaviour, more);
  const options = hostOptions();
  const host = await serveGrpc([service], { ...options, host: "127.0.0.1", port: 0, graceMs });
  const target = `127.0.0.1:${host.port}`;
  const transport = createGrpcJsTransport(target);
  const close = async () => {
    transport.close();
    return host.stop();
  };
  return {
    ...options,
    host,
    log,
    target,
    transport,
    close,
    auth: createClient(AuthService, transport),
    analytics: createClient(AnalyticsService, transport),
  };
}

type HealthReply = { status: string };

/** Asks the standard health service as a probe does. */
async function health(target: string, service: string): Promise<string> {
  const client = new Client(target, credentials.createInsecure());
  const check = healthDefinition.Check!;
  try {
    return await new Promise((resolve, reject) => {
      client.makeUnaryRequest(
        check.path,
        check.requestSerialize,
        check.responseDeserialize as (bytes: Buffer) => HealthReply,
        { service },
        (error, reply) => (error ? reject(error) : resolve(reply?.status ?? "")),
      );
    });
  } finally {
    client.close();
  }
}

describe("serveGrpc", () => {
  it("starts a service, serves it, and drains it once", async () => {
    const { auth, log, close } = await serve({ auth: { getMe: () => ({ userId: "x" }) } });
    assert.deepEqual(log, ["start"]);
    assert.equal((await auth.getMe({}, signedIn)).userId, "x");
    const [first, second] = await Promise.all([close(), close()]);
    assert.deepEqual([first, second], [true, true]);
    assert.deepEqual(log, ["start", "drain"]);
  });

  it("tells the health of every service, and of those that are not there", async () => {
    const { target, close } = await serve({});
    assert.equal(await health(target, ""), "SERVING");
    assert.equal(await health(target, "finflow.auth.v1.AuthService"), "SERVING");
    await assert.rejects(health(target, "finflow.chatbot.v1.ChatbotService"), { code: 5 });
    await close();
  });

  it("is a healthy process while a dependency is away", async () => {
    const away = { name: "store", check: () => Promise.reject(new Error("away")) };
    const { target, close } = await serve({}, { checks: [away] });
    while ((await health(target, "")) === "SERVING") await sleep(100);
    assert.equal(await health(target, "finflow.auth.v1.AuthService"), "NOT_SERVING");
    assert.equal(await health(target, "process"), "SERVING");
    await close();
  });

  it("reflects exactly the services it serves", async () => {
    const { target, close } = await serve({});
    assert.deepEqual(await listServices(target), [
      "finflow.analytics.v1.AnalyticsService",
      "finflow.auth.internal.v1.RevocationService",
      "finflow.auth.v1.AuthService",
    ]);
    await close();
  });

  it("ends every call over the network too, whatever its client asks", async () => {
    const { service } = hosted({ auth: { getMe: () => new Promise(() => {}) } });
    const options = { ...hostOptions(), deadlines: { defaultMs: 40, maxMs: 60 } };
    const host = await serveGrpc([service], { ...options, host: "127.0.0.1", port: 0 });
    const transport = createGrpcJsTransport(`127.0.0.1:${host.port}`);
    const auth = createClient(AuthService, transport);
    for (const timeoutMs of [undefined, 600_000]) {
      assert.equal((await failure(auth.getMe({}, { ...signedIn, timeoutMs }))).code, Code.DeadlineExceeded);
    }
    transport.close();
    assert.equal(await host.stop(), true);
  });

  it("tells handlers how long they have: what was asked, at most a minute, or ten seconds", async () => {
    const left: (number | undefined)[] = [];
    const listSessions = (_: unknown, context: HandlerContext) => {
      left.push(remainingMs(context));
      return {};
    };
    const { auth, close } = await serve({ auth: { listSessions } });
    for (const timeoutMs of [undefined, 30_000, 600_000])
      await auth.listSessions({}, { ...signedIn, timeoutMs });
    const [unasked = 0, asked = 0, cut = 0] = left;
    assert.ok(unasked > 0 && unasked <= 10_000, String(unasked));
    assert.ok(asked > 10_000 && asked <= 30_000, String(asked));
    assert.ok(cut > 30_000 && cut <= 60_000, String(cut));
    // Connect refuses a fraction in its timeout header, and with it the call.
    assert.ok(left.every(Number.isInteger), String(left));
    await close();
  });

  it("lets a call in flight finish while it refuses new ones", async () => {
    const entered = Promise.withResolvers<void>();
    const release = Promise.withResolvers<void>();
    const { auth, log, close, host } = await serve({
      auth: {
        async getMe() {
          entered.resolve();
          await release.promise;
          return { userId: "late" };
        },
      },
    });
    const call = auth.getMe({}, signedIn);
    await entered.promise;
    const stopped = host.stop();
    assert.equal((await host.readiness.check()).status, "draining");
    assert.equal((await failure(auth.listSessions({}, signedIn))).code, Code.Unavailable);
    assert.deepEqual(log, ["start"], "not drained while a call runs");
    release.resolve();
    assert.equal((await call).userId, "late");
    assert.equal(await stopped, true);
    await close();
  });

  it("cancels what outlasts the grace, and says so", async () => {
    const entered = Promise.withResolvers<void>();
    const told = Promise.withResolvers<unknown>();
    const behaviour: Behaviour = {
      analytics: {
        async *exportTransactions(_, { signal }) {
          yield {};
          entered.resolve();
          await new Promise((resolve) => signal.addEventListener("abort", resolve));
          told.resolve(signal.reason);
        },
      },
    };
    const { analytics, close, host, lines } = await serve(behaviour, {}, 50);
    const consume = async () => {
      for await (const _ of analytics.exportTransactions({}, signedIn));
    };
    const consumed = failure(consume());
    await entered.promise;
    assert.equal(await host.stop(), false);
    assert.equal((await consumed).code, Code.Unavailable);
    assert.ok(await told.promise);
    assert.ok(lines.some(({ msg }) => msg === "calls were cancelled"));
    await close();
  });

  for (const service of ["", "process"]) {
    it(`is not held up by a client that watches the health of "${service}", and tells it`, async () => {
      const { target, close } = await serve({}, {}, 60_000);
      const client = new Client(target, credentials.createInsecure());
      const watch = healthDefinition.Watch!;
      const stream = client.makeServerStreamRequest(
        watch.path,
        watch.requestSerialize,
        watch.responseDeserialize as (bytes: Buffer) => HealthReply,
        { service },
      );
      const seen: string[] = [];
      const ended = new Promise((resolve) => stream.on("end", resolve));
      stream.on("error", () => {});
      const first = new Promise<void>((resolve) =>
        stream.on("data", ({ status }: HealthReply) => {
          seen.push(status);
          resolve();
        }),
      );
      await first;
      assert.equal(await close(), true);
      await ended;
      assert.deepEqual(seen, ["SERVING", "NOT_SERVING"]);
      client.close();
    });
  }

  it("drains what it started when the port is taken, and names it", async () => {
    const { host, close } = await serve({});
    const second = hosted({});
    await assert.rejects(
      serveGrpc([second.service], { ...hostOptions(), host: "127.0.0.1", port: host.port }),
      (error) => error instanceof ListenError && error.code === "EADDRINUSE" && error.port === host.port,
    );
    assert.deepEqual(second.log, ["start", "drain"]);
    await close();
  });

  it("drains those before a service that does not start", async () => {
    const first = hosted({});
    const second = hosted(
      {},
      {
        name: "broken",
        routes() {},
        start: () => Promise.reject(new Error("no database")),
      },
    );
    const options = { ...hostOptions(), host: "127.0.0.1", port: 0 };
    await assert.rejects(serveGrpc([first.service, second.service], options), /no database/);
    assert.deepEqual(first.log, ["start", "drain"]);
  });
});

type ReflectionReply = { listServicesResponse: { service: { name: string }[] } };

/** Speaks the reflection protocol, as grpcurl does. */
async function listServices(target: string): Promise<string[]> {
  const reflection = new URL(import.meta.resolve("@grpc/reflection/package.json"));
  const proto = loadSync(new URL("build/proto/grpc/reflection/v1/reflection.proto", reflection).pathname);
  const loaded = loadPackageDefinition(proto) as never as {
    grpc: { reflection: { v1: { ServerReflection: ServiceClientConstructor } } };
  };
  const client = new loaded.grpc.reflection.v1.ServerReflection(target, credentials.createInsecure());
  const stream = client.ServerReflectionInfo?.() as ClientDuplexStream<object, ReflectionReply>;
  const replied = new Promise<ReflectionReply>((resolve, reject) => {
    stream.once("data", resolve);
    stream.once("error", reject);
  });
  stream.write({ listServices: "" });
  const { listServicesResponse } = await replied;
  stream.end();
  client.close();
  return listServicesResponse.service.map(({ name }) => name).sort();
}
