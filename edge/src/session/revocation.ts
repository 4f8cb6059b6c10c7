import { timestampDate } from "@bufbuild/protobuf/wkt";
import { createClient, type Transport } from "@connectrpc/connect";
import { RevocationService } from "@finflow/gen/finflow/auth/internal/v1/revocations_pb";
import type { Revocation } from "@finflow/identity/revocation";
import { type RevokedSessions, revocationOf } from "@finflow/identity/revoked-sessions";
import type { Logger } from "@finflow/telemetry/logger";

/**
 * How long auth may take to say whether one session stands, in milliseconds. Without the answer the call is refused, so
 * it is longer than a busy machine holds auth up.
 */
const askTimeoutMs = 1_000;
const loadTimeoutMs = 5_000;

export type KnownRevocation = Revocation & {
  /** Loads the set from auth, again and again until it answers or `signal` fires. */
  load(signal: AbortSignal): Promise<void>;
};

/**
 * Which sessions have ended before their tokens did: edge's own set, and auth itself while the set is not
 * known to be whole.
 *
 * @param auth a transport that carries edge's service token
 */
export function createRevocation(
  sessions: RevokedSessions,
  auth: Transport,
  logger: Logger,
): KnownRevocation {
  const client = createClient(RevocationService, auth);
  /** Ends the loading; set by the first. */
  let until: AbortSignal | undefined;
  let loading: Promise<void> | undefined;
  const revocation = revocationOf(sessions, async (sessionId) => {
    // The store may have lost a set that was whole.
    if (until) void load(until);
    try {
      return (await client.checkSession({ sessionId }, { timeoutMs: askTimeoutMs })).stands;
    } catch (cause) {
      // No ConnectError: that would reach the client as auth's answer to its own call.
      throw new Error("auth did not say whether the session stands", { cause });
    }
  });

  async function loadOnce(signal: AbortSignal): Promise<void> {
    const { sessions: listed } = await client.listRevokedSessions({}, { timeoutMs: loadTimeoutMs, signal });
    await sessions.load(
      listed.map(({ sessionId, revokeTime }) => ({
        sessionId,
        revokeTime: revokeTime ? timestampDate(revokeTime) : new Date(),
      })),
    );
  }

  /** One at a time: whoever comes meanwhile waits for the same. */
  function load(signal: AbortSignal): Promise<void> {
    until = signal;
    loading ??= loadUntilItWorks(signal).finally(() => {
      loading = undefined;
    });
    return loading;
  }

  async function loadUntilItWorks(signal: AbortSignal): Promise<void> {
    for (let waitMs = 250; !signal.aborted; waitMs = Math.min(waitMs * 2, 10_000)) {
      try {
        return await loadOnce(signal);
      } catch (error) {
        if (signal.aborted) return;
        logger.warn("the sessions that have ended are not known yet", { error, dependency: "auth" });
      }
      await pause(waitMs, signal);
    }
  }

  return { ...revocation, load };
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener(
      "abort",
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}
