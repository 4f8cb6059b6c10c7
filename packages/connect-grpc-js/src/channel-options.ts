import type { ChannelOptions } from "@grpc/grpc-js";
import { type MessageLimits, messageLimits } from "./limits.ts";

// A dead peer is found within 40 s while calls are open. Idle channels are not pinged: servers in other
// languages answer pings without calls, or more often than they like, with GOAWAY (gRFC A8).
const keepalive: ChannelOptions = {
  "grpc.keepalive_time_ms": 30_000,
  "grpc.keepalive_timeout_ms": 10_000,
  "grpc.keepalive_permit_without_calls": 0,
};

/**
 * Channel options for a client. No RPC is repeated unless a service config says so (retry.ts); only what the
 * server says it has not looked at (GOAWAY, REFUSED_STREAM) goes out again, which `grpc.enable_retries: 0`
 * would forbid as well: every rolling restart would then fail calls.
 */
export function clientChannelOptions(limits: MessageLimits, serviceConfig?: string): ChannelOptions {
  return {
    ...keepalive,
    ...sizeOptions(limits),
    ...(serviceConfig !== undefined && { "grpc.service_config": serviceConfig }),
    // Only our own configuration, never one published in DNS.
    "grpc.service_config_disable_resolution": 1,
    "grpc.enable_http_proxy": 0,
    "grpc.initial_reconnect_backoff_ms": 100,
    // A service that is back is found within a second.
    "grpc.max_reconnect_backoff_ms": 1_000,
    "grpc.enable_channelz": 0,
  };
}

/** Channel options for a server. */
export function serverChannelOptions(limits: MessageLimits): ChannelOptions {
  return {
    ...keepalive,
    ...sizeOptions(limits),
    "grpc.max_concurrent_streams": 1_000,
    "grpc.enable_channelz": 0,
  };
}

function sizeOptions(limits: MessageLimits): ChannelOptions {
  const { readMaxBytes } = messageLimits(limits);
  return {
    // Enforced from the length prefix, before a message is held in memory.
    "grpc.max_receive_message_length": readMaxBytes,
    // The codec refuses earlier, with the message size in the error.
    "grpc.max_send_message_length": -1,
  };
}
