import { Code, ConnectError } from "@connectrpc/connect";

/** gRPC's spelling of a Connect code: `NOT_FOUND`, `CANCELLED`. */
export function codeName(code: Code): string {
  if (code === Code.Canceled) return "CANCELLED";
  return (Code[code] ?? "UNKNOWN").replace(/(?<=[a-z])(?=[A-Z])/g, "_").toUpperCase();
}

/** The status an RPC ends with when `error` is thrown; without one, `OK`. */
export function statusOf(error: unknown): string {
  if (error === undefined) return "OK";
  return codeName(error instanceof ConnectError ? error.code : Code.Internal);
}

// The codes that speak of a fault in the server (OpenTelemetry's conventions for gRPC).
const serverFaults = new Set([
  "UNKNOWN",
  "DEADLINE_EXCEEDED",
  "UNIMPLEMENTED",
  "INTERNAL",
  "UNAVAILABLE",
  "DATA_LOSS",
]);

export function isServerFault(status: string): boolean {
  return serverFaults.has(status);
}
