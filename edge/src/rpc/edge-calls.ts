import type {
  DescMessage,
  DescMethodServerStreaming,
  DescMethodUnary,
  MessageInitShape,
  MessageShape,
} from "@bufbuild/protobuf";
import { create } from "@bufbuild/protobuf";
import {
  type ConnectRouter,
  type ContextValues,
  createHandlerContext,
  type Interceptor,
  type MethodImplSpec,
} from "@connectrpc/connect";
import { invokeUnaryImplementation, transformInvokeImplementation } from "@connectrpc/connect/protocol";
import { nameOf } from "@finflow/rest-transcoder/routes";

export type CallInit = {
  header: Headers;
  /** Fires when the client goes away. */
  signal: AbortSignal;
  timeoutMs?: number;
  contextValues: ContextValues;
};

/** The RPCs that edge serves, as any server can register them and as edge's own routes call them. */
export type EdgeCalls = {
  /** Registers every RPC with its interceptors, which stand in for the server's own. */
  routes(router: ConnectRouter): void;
  unary<I extends DescMessage, O extends DescMessage>(
    method: DescMethodUnary<I, O>,
    message: MessageInitShape<I>,
    init: CallInit,
  ): Promise<{ message: MessageShape<O>; header: Headers }>;
  stream<I extends DescMessage, O extends DescMessage>(
    method: DescMethodServerStreaming<I, O>,
    message: MessageInitShape<I>,
    init: CallInit,
  ): AsyncIterable<MessageShape<O>>;
};

/**
 * One pipeline for every protocol.
 *
 * @param interceptors the first outermost
 */
export function createEdgeCalls(
  specs: readonly MethodImplSpec[],
  interceptors: Interceptor[],
  shutdownSignal: AbortSignal,
): EdgeCalls {
  const byName = new Map(specs.map((spec) => [nameOf(spec.method), spec]));

  function find(method: DescMethodUnary | DescMethodServerStreaming): MethodImplSpec {
    const spec = byName.get(nameOf(method));
    if (!spec) throw new Error(`${nameOf(method)} is not served`);
    return spec;
  }

  function contextOf(spec: MethodImplSpec, init: CallInit) {
    return createHandlerContext({
      service: spec.method.parent,
      method: spec.method,
      protocolName: "rest",
      requestMethod: "POST",
      url: `http://edge/${nameOf(spec.method)}`,
      requestHeader: init.header,
      requestSignal: init.signal,
      timeoutMs: init.timeoutMs,
      shutdownSignal,
      contextValues: init.contextValues,
    });
  }

  return {
    routes(router) {
      for (const { method, impl } of specs) router.rpc(method, impl as never, { interceptors });
    },
    async unary(method, message, init) {
      const spec = find(method);
      if (spec.kind !== "unary") throw new Error(`${nameOf(method)} is no unary RPC`);
      const context = contextOf(spec, init);
      try {
        const input = create(method.input, message);
        const output = await invokeUnaryImplementation(spec, context, input, interceptors);
        return { message: output as never, header: context.responseHeader };
      } finally {
        context.abort();
      }
    },
    async *stream(method, message, init) {
      const spec = find(method);
      const context = contextOf(spec, init);
      try {
        const invoke = transformInvokeImplementation<DescMessage, DescMessage>(spec, context, interceptors);
        const input = once(create(method.input, message));
        yield* invoke(input) as AsyncIterable<never>;
      } finally {
        context.abort();
      }
    },
  };
}

async function* once<T>(message: T): AsyncIterable<T> {
  yield message;
}
