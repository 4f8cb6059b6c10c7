import { changePassword as change } from "../domain/change-password.ts";
import { type AuthResources, portsOf } from "../ports.ts";
import type { AuthRpc } from "./auth-rpc.ts";
import { callerOf, originOf } from "./request-origin.ts";

export function changePassword(resources: AuthResources): AuthRpc["changePassword"] {
  return async ({ currentPassword, newPassword }, context) => {
    const ports = portsOf(resources, context.signal);
    await change(ports, callerOf(context), { currentPassword, newPassword, ...originOf(context) });
    return {};
  };
}
