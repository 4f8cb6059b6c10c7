import { endOwnSession } from "../domain/end-session.ts";
import { type AuthResources, portsOf } from "../ports.ts";
import type { AuthRpc } from "./auth-rpc.ts";
import { callerOf } from "./request-origin.ts";

export function deleteSession(resources: AuthResources): AuthRpc["deleteSession"] {
  return async ({ sessionId }, context) => {
    await endOwnSession(portsOf(resources, context.signal), callerOf(context), sessionId.toLowerCase());
    return {};
  };
}
