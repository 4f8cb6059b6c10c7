import assert from "node:assert/strict";
import { afterEach, describe, it } from "node:test";
import { create } from "@bufbuild/protobuf";
import { Code } from "@connectrpc/connect";
import type {
  Server,
  ServerReadableStream,
  ServerUnaryCall,
  ServerWritableStream,
  sendUnaryData,
  UntypedServiceImplementation,
} from "@grpc/grpc-js";
import { createClient } from "../src/client.ts";
import { retryServiceConfig } from "../src/retry.ts";
import { createGrpcJsTransport } from "../src/transport.ts";
import type { GrpcJsTransportOptions } from "../src/transport-options.ts";
import { collect, failure } from "./conformance/collect.ts";
import {
  type ClientStreamRequest,
  ClientStreamResponseSchema,
  ConformanceService,
  LookupRequestSchema,
  ServerStreamResponseSchema,
  type UnaryRequest,
  UnaryResponseSchema,
} from "./gen/finflow/conformance/v1/conformance_pb.ts";
import { metadataOf, plainDefinition, plainServer } from "./peers.ts";
import { listen } from "./start-grpc.ts";

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0).reverse()) close();
});

function connect(target: string, options?: GrpcJsTransportOptions) {
  const transport = createGrpcJsTransport(target, options);
  closers.push(() => transport.close());
  return createClient(ConformanceService, transport);
}

async function start(server: Server) {
  closers.push(() => server.forceShutdown());
  return listen(server);
}

const serve = async (implementation: UntypedServiceImplementation, options?: GrpcJsTransportOptions) =>
  connect(await start(plainServer(implementation)), options);

type Unary = ServerUnaryCall<UnaryRequest, object>;
const echo = (call: Unary, reply: sendUnaryData<object>) => {
  const header = metadataOf({ "x-echo": String(call.metadata.get("x-caller")[0] ?? "") });
  call.sendMetadata(header);
  reply(
    null,
    create(UnaryResponseSchema, { text: call.request.text }),
    metadataOf({ "x-end-bin": Buffer.of(1, 2) }),
  );
};

describe("a plain grpc-js server", () => {
  it("gets what it expects and is understood", async () => {
    const client = await serve({
      unary: echo,
      serverStream(call: ServerWritableStream<unknown, object>) {
        for (let number = 0; number < 50; number++)
          call.write(create(ServerStreamResponseSchema, { number }));
        call.end(metadataOf({ "x-end": "yes" }));
      },
      clientStream(call: ServerReadableStream<ClientStreamRequest, object>, reply: sendUnaryData<object>) {
        let sum = 0;
        call.on("data", ({ number }: ClientStreamRequest) => {
          sum += number;
        });
        call.on("end", () => reply(null, create(ClientStreamResponseSchema, { sum })));
      },
    });
    let header: Headers | undefined;
    let trailer: Headers | undefined;
    const { text } = await client.unary(
      { text: "hello" },
      {
        headers: { "x-caller": "me" },
        onHeader: (received) => {
          header = received;
        },
        onTrailer: (received) => {
          trailer = received;
        },
      },
    );
    assert.deepEqual([text, header?.get("x-echo"), trailer?.get("x-end-bin")], ["hello", "me", "AQI"]);
    assert.equal((await collect(client.serverStream({}))).length, 50);
    async function* numbers() {
      yield { number: 20 };
      yield { number: 22 };
    }
    assert.equal((await client.clientStream(numbers())).sum, 42);
  });

  it("may answer with codes that do not exist, bad details, or nothing", async () => {
    const answers: Record<string, (reply: sendUnaryData<object>) => void> = {
      unknownCode: (reply) => reply({ code: 99 as never, details: "odd" }),
      badDetails: (reply) =>
        reply({
          code: 5,
          details: "not here",
          metadata: metadataOf({ "grpc-status-details-bin": Buffer.of(255, 255) }),
        }),
    };
    const client = await serve({
      unary: (call: Unary, reply: sendUnaryData<object>) => answers[call.request.text]?.(reply),
    });
    assert.equal((await failure(client.unary({ text: "unknownCode" }))).code, Code.Unknown);
    const error = await failure(client.unary({ text: "badDetails" }));
    assert.deepEqual([error.code, error.rawMessage], [Code.NotFound, "not here"]);
  });

  it("is unavailable when it is not there, within the deadline, and its address stays out of timeouts", async () => {
    const client = connect("127.0.0.1:1");
    assert.equal((await failure(client.unary({}, { timeoutMs: 2_000 }))).code, Code.Unavailable);
    const silent = await serve({ unary: () => {} });
    const error = await failure(silent.unary({}, { timeoutMs: 50 }));
    assert.deepEqual([error.code, error.rawMessage], [Code.DeadlineExceeded, "the operation timed out"]);
  });

  it("is not called through a transport that was closed", async () => {
    const transport = createGrpcJsTransport(await start(plainServer({ unary: echo })));
    const client = createClient(ConformanceService, transport);
    await client.unary({});
    transport.close();
    assert.equal((await failure(client.unary({}))).code, Code.Unavailable);
    assert.equal((await failure(collect(client.serverStream({})))).code, Code.Unavailable);
  });

  it("may keep a stream open past the timeout that is the default for unary calls", async () => {
    const release = Promise.withResolvers<void>();
    const client = await serve(
      {
        unary: () => {},
        async serverStream(call: ServerWritableStream<unknown, object>) {
          call.write(create(ServerStreamResponseSchema, { number: 1 }));
          await release.promise;
          call.end();
        },
      },
      { defaultTimeoutMs: 30 },
    );
    const stream = collect(client.serverStream({}));
    assert.equal((await failure(client.unary({}))).code, Code.DeadlineExceeded);
    release.resolve();
    assert.equal((await stream).length, 1);
  });

  it("refuses a header that cannot be sent, naming it and not its value", async () => {
    const client = await serve({ unary: echo });
    const error = await failure(client.unary({}, { headers: { "x-name": "Zürich" } }));
    assert.match(error.rawMessage, /x-name/);
    assert.doesNotMatch(error.rawMessage, /rich/);
  });

  it("is not asked twice by default, nor for what may not be repeated", async () => {
    let calls = 0;
    const refuse = (_: unknown, reply: sendUnaryData<object>) => {
      calls++;
      if (calls % 3 === 0) reply(null, create(UnaryResponseSchema, { text: "third" }));
      else reply({ code: 14, details: "try again" });
    };
    const server = plainServer({ unary: refuse });
    const lookup = { ...plainDefinition.unary, path: `/${ConformanceService.typeName}/Lookup` };
    server.register(
      lookup.path,
      refuse,
      lookup.responseSerialize as never,
      lookup.requestDeserialize,
      "unary",
    );
    const target = await start(server);

    await failure(connect(target).lookup({}));
    assert.equal(calls, 1);
    const retrying = connect(target, {
      serviceConfig: retryServiceConfig([ConformanceService], { initialBackoffMs: 1 }),
    });
    calls = 0;
    await failure(retrying.unary({}));
    assert.equal(calls, 1);
    calls = 0;
    assert.equal((await retrying.lookup(create(LookupRequestSchema))).text, "third");
    assert.equal(calls, 3);
  });
});
