import { eraseUser } from "../domain/erase-user.ts";
import { type AuthResources, portsOf } from "../ports.ts";
import type { AuthRpc } from "./auth-rpc.ts";
import { erasureMessage } from "./messages.ts";
import { callerOf } from "./request-origin.ts";

export function deleteMe(resources: AuthResources): AuthRpc["deleteMe"] {
  return async (_, context) =>
    erasureMessage(await eraseUser(portsOf(resources, context.signal), callerOf(context)));
}
