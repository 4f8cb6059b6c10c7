import type { Pool } from "pg";
import { type Claim, keepClaim } from "../adapters/postgres-claims.ts";

export type HeldClaim = {
  /** Aborted when the claim is seen to be somebody else's, or nobody's. */
  lost: AbortSignal;
  release(): void;
};

/**
 * Says every few seconds that the claim's worker lives. A database that does not answer is no loss: the claim
 * expires by itself, and the commit looks at it again.
 */
export function holdClaim(pool: Pool, claim: Claim, heartbeatSeconds: number): HeldClaim {
  const lost = new AbortController();
  const timer = setInterval(() => {
    keepClaim(pool, claim).then(
      (stands) => {
        if (stands) return;
        clearInterval(timer);
        lost.abort(new Error("the claim was lost"));
      },
      () => {},
    );
  }, heartbeatSeconds * 1_000);
  return { lost: lost.signal, release: () => clearInterval(timer) };
}
