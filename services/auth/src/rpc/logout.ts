import { signOut } from "../domain/end-session.ts";
import { type AuthResources, portsOf } from "../ports.ts";
import type { AuthRpc } from "./auth-rpc.ts";

export function logout(resources: AuthResources): AuthRpc["logout"] {
  return async ({ refreshToken }, { signal }) => {
    await signOut(portsOf(resources, signal), resources.refreshTokens.hash(refreshToken));
    return {};
  };
}
