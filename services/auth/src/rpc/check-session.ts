import type { ServiceImpl } from "@connectrpc/connect";
import type { RevocationService } from "@finflow/gen/finflow/auth/internal/v1/revocations_pb";
import { anySessionStands } from "../adapters/postgres-sessions.ts";
import type { AuthResources } from "../ports.ts";

type Rpc = ServiceImpl<typeof RevocationService>["checkSession"];

export function checkSession({ db, now }: AuthResources): Rpc {
  return async ({ sessionId }) => ({ stands: await anySessionStands(db, sessionId, now()) });
}
