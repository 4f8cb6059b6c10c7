import { Code, ConnectError } from "@connectrpc/connect";
import { Metadata } from "@grpc/grpc-js";
import { toMetadata } from "./metadata.ts";

/**
 * Goes ahead of a status by which a process that is well says UNAVAILABLE: what it depends on does not answer.
 *
 * A proxy reads a status in the first header block, and leaves a replica alone that says UNAVAILABLE there too often,
 * as it does with one that is dead. With a store away every replica says so, and leaving some of them alone helps
 * nobody. So the status waits for the trailers, which proxies do not count; by this header they know where another
 * replica may be asked.
 */
export const dependencyAwayHeader = "x-finflow-dependency-away";

/**
 * The header block for an error before the first message; undefined where headers and status travel in one
 * (Trailers-Only). A server that shuts down speaks of itself: others are well, and a proxy is to ask them.
 */
export function headerBlockOf(
  reason: unknown,
  responseHeader: Headers,
  shutdownSignal: AbortSignal | undefined,
): Metadata | undefined {
  if (!(reason instanceof ConnectError) || reason.code !== Code.Unavailable) return undefined;
  if (shutdownSignal?.aborted) return undefined;
  const header = new Metadata();
  header.set(dependencyAwayHeader, "true");
  return toMetadata(responseHeader, header);
}
