import { refreshSession } from "../domain/refresh-session.ts";
import { type AuthResources, portsOf } from "../ports.ts";
import type { AuthRpc } from "./auth-rpc.ts";
import { sessionMessage } from "./messages.ts";

export function refresh(resources: AuthResources): AuthRpc["refresh"] {
  return async ({ refreshToken }, { signal }) => {
    const ports = portsOf(resources, signal);
    return sessionMessage(ports, await refreshSession(ports, refreshToken));
  };
}
