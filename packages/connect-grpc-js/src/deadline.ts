// Timers and grpc-js hold delays in 32 bits; a longer one fires at once.
const longestMs = 2 ** 31 - 1;

/** A timeout that timers can hold; `undefined` when there is none (unset, zero, negative or infinite). */
export function clampTimeoutMs(timeoutMs: number | undefined): number | undefined {
  if (timeoutMs === undefined || timeoutMs <= 0 || timeoutMs === Infinity) return undefined;
  return Math.min(timeoutMs, longestMs);
}

/** Milliseconds left until a grpc-js deadline, zero when it has passed; `undefined` when there is none. */
export function untilDeadlineMs(deadline: Date | number): number | undefined {
  const at = Number(deadline);
  return Number.isFinite(at) ? Math.min(Math.max(0, at - Date.now()), longestMs) : undefined;
}

/** The `grpc-timeout` value for a duration: at most eight digits and a unit (gRPC over HTTP/2). */
export function formatGrpcTimeout(timeoutMs: number): string {
  const ms = Math.ceil(timeoutMs);
  return ms < 1e8 ? `${ms}m` : `${Math.ceil(ms / 1000)}S`;
}

const unitMs: Record<string, number> = { H: 3_600_000, M: 60_000, S: 1000, m: 1, u: 1e-3, n: 1e-6 };

/** The timeout a client asked for, in milliseconds, under any of the three protocols. */
export function requestedTimeoutMs(header: Headers): number | undefined {
  const grpc = /^(\d{1,8})([HMSmun])$/.exec(header.get("grpc-timeout") ?? "");
  if (grpc) return Number(grpc[1]) * (unitMs[grpc[2] ?? ""] ?? 1);
  const connect = header.get("connect-timeout-ms") ?? "";
  return /^\d{1,10}$/.test(connect) ? Number(connect) : undefined;
}
