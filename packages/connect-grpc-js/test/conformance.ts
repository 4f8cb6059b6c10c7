import assert from "node:assert/strict";
import { after, describe } from "node:test";
import type { Client, Code, Interceptor, ServiceImpl } from "@connectrpc/connect";
import type { MessageLimits } from "../src/limits.ts";
import { cancellation } from "./conformance/cancellation.ts";
import { errors } from "./conformance/errors.ts";
import { interceptors } from "./conformance/interceptors.ts";
import { limits } from "./conformance/limits.ts";
import { messages } from "./conformance/messages.ts";
import { metadata } from "./conformance/metadata.ts";
import type { ConformanceService } from "./gen/finflow/conformance/v1/conformance_pb.ts";

/** What a test needs served, and how it wants to call it. */
export type Setup = {
  implementation: Partial<ServiceImpl<typeof ConformanceService>>;
  serverInterceptors?: Interceptor[];
  serverLimits?: MessageLimits;
  clientInterceptors?: Interceptor[];
  clientLimits?: MessageLimits;
  /** For unary calls. */
  defaultTimeoutMs?: number;
};

export type ConformanceClient = Client<typeof ConformanceService>;

/** Starts a server and connects a client to it. */
export type Start = (setup: Setup) => Promise<{ client: ConformanceClient; close(): Promise<void> }>;

/**
 * What a protocol cannot do, as data: the suite asserts that it refuses instead of leaving the test out.
 */
export type Abilities = {
  /** Requests and responses at the same time, or the code it is refused with. HTTP/1.1 has no full duplex. */
  bidi: true | { refusedWith: Code };
};

export type Subject = (
  run: (setup: Setup, use: (client: ConformanceClient) => Promise<void>) => Promise<void>,
  abilities: Abilities,
) => void;

/** Every behaviour that handlers and callers may rely on, whatever carries the call. */
export function conformance(name: string, start: Start, abilities: Abilities): void {
  describe(`RPC conformance: ${name}`, () => {
    const unhandled: unknown[] = [];
    const onUnhandled = (reason: unknown) => unhandled.push(reason);
    process.on("unhandledRejection", onUnhandled);

    const run: Parameters<Subject>[0] = async (setup, use) => {
      const { client, close } = await start(setup);
      try {
        await use(client);
      } finally {
        await close();
      }
    };
    const subjects = { messages, metadata, errors, cancellation, limits, interceptors };
    for (const [title, subject] of Object.entries(subjects)) describe(title, () => subject(run, abilities));

    after(async () => {
      await new Promise((resolve) => setImmediate(resolve));
      process.off("unhandledRejection", onUnhandled);
      assert.deepEqual(unhandled, [], "no promise was left rejected");
    });
  });
}
