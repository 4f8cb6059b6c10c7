import { register as registerAccount } from "../domain/register.ts";
import { type AuthResources, portsOf } from "../ports.ts";
import type { AuthRpc } from "./auth-rpc.ts";
import { sessionMessage } from "./messages.ts";
import { originOf } from "./request-origin.ts";

export function register(resources: AuthResources): AuthRpc["register"] {
  return async ({ email, password, keepSignedIn, requestId }, context) => {
    const ports = portsOf(resources, context.signal);
    const input = { email, password, keepSignedIn, requestId, ...originOf(context) };
    return sessionMessage(ports, await registerAccount(ports, input));
  };
}
