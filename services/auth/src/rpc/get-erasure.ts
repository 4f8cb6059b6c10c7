import { findErasure } from "../adapters/postgres-erasures.ts";
import { AuthError } from "../domain/auth-error.ts";
import type { AuthResources } from "../ports.ts";
import type { AuthRpc } from "./auth-rpc.ts";
import { erasureMessage } from "./messages.ts";

export function getErasure({ db }: AuthResources): AuthRpc["getErasure"] {
  return async ({ erasureId }) => {
    const erasure = await findErasure(db, erasureId);
    if (erasure === undefined) throw new AuthError("erasure_not_found");
    return erasureMessage(erasure);
  };
}
