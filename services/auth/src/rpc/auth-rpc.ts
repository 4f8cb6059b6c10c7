import type { ServiceImpl } from "@connectrpc/connect";
import type { AuthService } from "@finflow/gen/finflow/auth/v1/auth_pb";

/** The handlers of AuthService by their names. */
export type AuthRpc = ServiceImpl<typeof AuthService>;
