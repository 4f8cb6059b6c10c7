import { findStandingAccount } from "../adapters/postgres-accounts.ts";
import { AuthError } from "../domain/auth-error.ts";
import type { AuthResources } from "../ports.ts";
import type { AuthRpc } from "./auth-rpc.ts";
import { userMessage } from "./messages.ts";
import { callerOf } from "./request-origin.ts";

export function getMe({ db, now }: AuthResources): AuthRpc["getMe"] {
  return async (_, context) => {
    const account = await findStandingAccount(db, callerOf(context), now());
    if (account === undefined) throw new AuthError("session_ended");
    return userMessage(account);
  };
}
