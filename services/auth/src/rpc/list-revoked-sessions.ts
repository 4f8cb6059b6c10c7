import { timestampFromDate } from "@bufbuild/protobuf/wkt";
import type { ServiceImpl } from "@connectrpc/connect";
import type { RevocationService } from "@finflow/gen/finflow/auth/internal/v1/revocations_pb";
import { revokedSessionKeptMs } from "@finflow/identity/revoked-sessions";
import { listRevokedSessions as readRevoked } from "../adapters/announce-ended.ts";
import type { AuthResources } from "../ports.ts";

type Rpc = ServiceImpl<typeof RevocationService>["listRevokedSessions"];

export function listRevokedSessions({ db, now }: AuthResources): Rpc {
  return async () => {
    const rows = await readRevoked(db, new Date(now().getTime() - revokedSessionKeptMs));
    const sessions = rows.map(({ sessionId, revokeTime }) => ({
      sessionId,
      revokeTime: timestampFromDate(revokeTime),
    }));
    return { sessions };
  };
}
