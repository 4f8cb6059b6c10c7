import assert from "node:assert/strict";
import http2 from "node:http2";
import { afterEach, describe, it } from "node:test";
import { create } from "@bufbuild/protobuf";
import { Code, ConnectError, type HandlerContext, type ServiceImpl } from "@connectrpc/connect";
import type { Client, Metadata, ServiceError, StatusObject } from "@grpc/grpc-js";
import { dependencyAwayHeader } from "../src/dependency-away.ts";
import { addConnectRoutes, createGrpcServer } from "../src/server.ts";
import type { ConnectServiceOptions } from "../src/server-options.ts";
import {
  ConformanceService,
  ReasonSchema,
  ServerStreamRequestSchema,
  UnaryRequestSchema,
} from "./gen/finflow/conformance/v1/conformance_pb.ts";
import { metadataOf, plainClient, plainDefinition } from "./peers.ts";
import { listen } from "./start-grpc.ts";

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0).reverse()) close();
});

async function serve(
  implementation: Partial<ServiceImpl<typeof ConformanceService>>,
  limits: ConnectServiceOptions = {},
) {
  const server = createGrpcServer(limits);
  addConnectRoutes(server, (router) => router.service(ConformanceService, implementation), limits);
  const target = await listen(server);
  const client = plainClient(target);
  closers.push(
    () => server.forceShutdown(),
    () => client.close(),
  );
  return { server, target, client };
}

type Outcome = {
  error: ServiceError | null;
  value?: { text: string };
  header?: Metadata;
  status: StatusObject;
};

function unary(client: Client, text: string, options: { metadata?: Metadata; deadline?: number } = {}) {
  const { path, requestSerialize, responseDeserialize } = plainDefinition.unary;
  return new Promise<Outcome>((resolve) => {
    const outcome: Partial<Outcome> = {};
    const call = client.makeUnaryRequest(
      path,
      requestSerialize as (message: object) => Buffer,
      responseDeserialize as never,
      create(UnaryRequestSchema, { text }),
      options.metadata ?? metadataOf({}),
      { deadline: options.deadline },
      (error, value) => Object.assign(outcome, { error, value }),
    );
    call.on("metadata", (header) => Object.assign(outcome, { header }));
    call.on("status", (status) => resolve({ ...outcome, status } as Outcome));
  });
}

describe("a plain grpc-js client", () => {
  it("gets messages, headers, trailers and binary metadata", async () => {
    const bytes = Buffer.of(0, 255, 44);
    const { client } = await serve({
      unary({ text }, { requestHeader, responseHeader, responseTrailer }) {
        responseHeader.set("x-echo-bin", requestHeader.get("x-raw-bin") ?? "");
        responseTrailer.set("x-end", "done");
        return { text: text.toUpperCase() };
      },
    });
    const outcome = await unary(client, "hello", { metadata: metadataOf({ "x-raw-bin": bytes }) });
    assert.equal(outcome.value?.text, "HELLO");
    assert.deepEqual(outcome.header?.get("x-echo-bin"), [bytes]);
    assert.deepEqual(outcome.status.metadata.get("x-end"), ["done"]);
  });

  it("gets code, message and google.rpc.Status details", async () => {
    const { client } = await serve({
      unary() {
        throw new ConnectError("no: ümlaut, 100 %", Code.FailedPrecondition, { "x-hint": "later" }, [
          { desc: ReasonSchema, value: { reason: "CLOSED" } },
        ]);
      },
    });
    const { error, status } = await unary(client, "");
    assert.equal(error?.code, 9);
    assert.equal(status.details, "no: ümlaut, 100 %");
    assert.deepEqual(status.metadata.get("x-hint"), ["later"]);
    const [details] = status.metadata.get("grpc-status-details-bin");
    assert.ok(
      details instanceof Buffer && details.includes("type.googleapis.com/finflow.conformance.v1.Reason"),
    );
  });

  it("gets a status though its details would not fit in a header", async () => {
    const { client } = await serve({
      unary() {
        throw new ConnectError("no".repeat(5_000), Code.Aborted, undefined, [
          { desc: ReasonSchema, value: { reason: "x".repeat(100_000) } },
        ]);
      },
    });
    const { status } = await unary(client, "");
    assert.equal(status.code, 10);
    assert.equal(status.details.length, 2_048);
    assert.deepEqual(status.metadata.get("grpc-status-details-bin"), []);
  });

  it("has its deadline kept, and its cancellation heard", async () => {
    const told = Promise.withResolvers<unknown>();
    let began = false;
    const { client } = await serve({
      unary: (_, { signal }) => {
        began = true;
        // On a busy machine the call may be over before the handler begins.
        if (signal.aborted) told.resolve(signal.reason);
        return new Promise(() => signal.addEventListener("abort", () => told.resolve(signal.reason)));
      },
    });
    // On a busy machine a short deadline may be over before the call is under way: then the next is longer.
    for (let ms = 40; !began; ms *= 2) {
      const { status } = await unary(client, "", { deadline: Date.now() + ms });
      assert.equal(status.code, 4);
    }
    const reason = await told.promise;
    assert.ok(reason instanceof ConnectError);
  });

  it("is told when a message is too large, before it is held in memory", async () => {
    const { client } = await serve({ unary: () => ({}) }, { readMaxBytes: 1_000 });
    assert.equal((await unary(client, "x".repeat(2_000))).status.code, 8);
    assert.equal((await unary(client, "x".repeat(500))).status.code, 0);
  });

  it("is told when it speaks another schema, and the server goes on", async () => {
    const { client } = await serve({ unary: () => ({ text: "on" }) });
    const garbage = await new Promise<ServiceError | null>((resolve) =>
      client.makeUnaryRequest(
        plainDefinition.unary.path,
        () => Buffer.from([0xff, 0xff, 0xff]),
        (bytes) => bytes,
        {},
        (error) => resolve(error),
      ),
    );
    assert.equal(garbage?.code, Code.Internal);
    assert.match(garbage.details, /^parse binary/);
    assert.equal((await unary(client, "")).value?.text, "on");
  });

  it("leaves nothing running when it cancels at once, a hundred times", async () => {
    let running = 0;
    let started = 0;
    const { client } = await serve({
      unary: () => ({ text: "done" }),
      async *serverStream(_: unknown, { signal }: HandlerContext) {
        running++;
        started++;
        try {
          while (!signal.aborted) {
            yield { number: started };
            await new Promise((resolve) => setImmediate(resolve));
          }
        } finally {
          running--;
        }
      },
    });
    const { path, requestSerialize, responseDeserialize } = plainDefinition.serverStream;
    const ends = Array.from({ length: 100 }, (_, i) => {
      const call = client.makeServerStreamRequest(
        path,
        requestSerialize as (message: object) => Buffer,
        responseDeserialize as never,
        create(ServerStreamRequestSchema, {}),
      );
      call.on("error", () => {});
      call.resume();
      const ended = new Promise((resolve) => call.on("status", resolve));
      // Before, while and after the server takes up the call.
      if (i % 3 === 0) call.cancel();
      else if (i % 3 === 1) setImmediate(() => call.cancel());
      else call.once("data", () => call.cancel());
      return ended;
    });
    await Promise.all(ends);
    await unary(client, "");
    while (running > 0) await new Promise((resolve) => setImmediate(resolve));
    assert.ok(started > 0);
  });
});

describe("an early error on the wire", () => {
  const failing = (code: Code) => ({
    unary() {
      throw new ConnectError("no", code);
    },
    // biome-ignore lint/correctness/useYield: it fails before its first message
    async *serverStream() {
      throw new ConnectError("no", code);
    },
  });
  const answers = (target: string) =>
    Promise.all(
      ["Unary", "ServerStream"].map((name) => rawCall(target, `/${ConformanceService.typeName}/${name}`)),
    );

  it("is a single header block with its status: Trailers-Only, for unary calls and streams", async () => {
    const { target } = await serve(failing(Code.FailedPrecondition));
    for (const { headers, trailers, data } of await answers(target)) {
      assert.equal(headers["grpc-status"], "9");
      assert.equal(trailers, undefined);
      assert.equal(data, 0);
    }
  });

  it("has its status in trailers when something behind is away, where proxies do not count it", async () => {
    const { target } = await serve(failing(Code.Unavailable));
    for (const { headers, trailers, data } of await answers(target)) {
      assert.equal(headers["grpc-status"], undefined);
      assert.equal(headers[dependencyAwayHeader], "true");
      assert.equal(trailers?.["grpc-status"], "14");
      assert.equal(data, 0);
    }
  });

  it("is Trailers-Only when the server itself is what goes away", async () => {
    const shutdownSignal = AbortSignal.abort(new ConnectError("shutting down", Code.Unavailable));
    const { target } = await serve(failing(Code.Unavailable), { shutdownSignal });
    for (const { headers, trailers } of await answers(target)) {
      assert.equal(headers["grpc-status"], "14");
      assert.equal(headers[dependencyAwayHeader], undefined);
      assert.equal(trailers, undefined);
    }
  });
});

/** One gRPC call with an empty message over a bare HTTP/2 session. */
async function rawCall(target: string, path: string) {
  const session = http2.connect(`http://${target}`);
  const stream = session.request({
    ":method": "POST",
    ":path": path,
    "content-type": "application/grpc",
    te: "trailers",
  });
  let headers: http2.IncomingHttpHeaders = {};
  let trailers: http2.IncomingHttpHeaders | undefined;
  let data = 0;
  stream.on("response", (received) => {
    headers = received;
  });
  stream.on("trailers", (received) => {
    trailers = received;
  });
  stream.on("data", (chunk: Buffer) => {
    data += chunk.length;
  });
  stream.end(Buffer.alloc(5));
  await new Promise((resolve) => stream.on("close", resolve));
  session.close();
  return { headers, trailers, data };
}
