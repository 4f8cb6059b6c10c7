import type { AuthResources } from "../ports.ts";
import type { AuthRpc } from "./auth-rpc.ts";

export function getJwks({ signingKeys }: AuthResources): AuthRpc["getJwks"] {
  return () => signingKeys.jwks();
}
