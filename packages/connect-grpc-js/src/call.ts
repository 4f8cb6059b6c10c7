import type { DescMethod } from "@bufbuild/protobuf";
import { type ContextValues, createContextValues } from "@connectrpc/connect";
import type { CallOptions } from "@grpc/grpc-js";
import { type MethodCodec, methodCodec, methodPath } from "./codec.ts";
import { clampTimeoutMs } from "./deadline.ts";
import type { MessageLimits } from "./limits.ts";

/** One codec per RPC, made at its first call. */
export function codecs(limits: MessageLimits): (method: DescMethod) => MethodCodec {
  const made = new WeakMap<DescMethod, MethodCodec>();
  return (method) => {
    let codec = made.get(method);
    if (!codec) {
      codec = methodCodec(method, limits);
      made.set(method, codec);
    }
    return codec;
  };
}

/** What a Connect request says besides its message. */
export function requestHead<M extends DescMethod>(
  target: string,
  method: M,
  header: ConstructorParameters<typeof Headers>[0],
  contextValues: ContextValues | undefined,
) {
  return {
    service: method.parent,
    method,
    requestMethod: "POST",
    url: `http://${target.replace(/^[a-z0-9]+:\/{0,3}/, "")}${methodPath(method)}`,
    header: new Headers(header),
    contextValues: contextValues ?? createContextValues(),
  };
}

/** The timeout that holds for a call, and the grpc-js options that send it. */
export function callTimeout(timeoutMs: number | undefined, defaultTimeoutMs: number | undefined) {
  const ms = clampTimeoutMs(timeoutMs ?? defaultTimeoutMs);
  const options: CallOptions = ms === undefined ? {} : { deadline: Date.now() + ms };
  return { timeoutMs: ms, options };
}

/** Cancels the call when the signal fires. Returns what takes the link away again. */
export function cancelOnAbort(signal: AbortSignal, call: { cancel(): void }): () => void {
  const onAbort = () => call.cancel();
  if (signal.aborted) onAbort();
  else signal.addEventListener("abort", onAbort, { once: true });
  return () => signal.removeEventListener("abort", onAbort);
}
