import { signIn } from "../domain/sign-in.ts";
import { type AuthResources, portsOf } from "../ports.ts";
import type { AuthRpc } from "./auth-rpc.ts";
import { sessionMessage } from "./messages.ts";
import { originOf } from "./request-origin.ts";

export function login(resources: AuthResources): AuthRpc["login"] {
  return async ({ email, password, keepSignedIn }, context) => {
    const ports = portsOf(resources, context.signal);
    return sessionMessage(
      ports,
      await signIn(ports, { email, password, keepSignedIn, ...originOf(context) }),
    );
  };
}
