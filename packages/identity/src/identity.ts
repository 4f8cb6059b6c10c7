import { type ContextValues, createContextKey, type HandlerContext } from "@connectrpc/connect";
import { refuse } from "./refusal.ts";

/** The person a call is made for, as their access token proves. */
export type Identity = {
  /** UUID. */
  readonly userId: string;
  /** UUID of the session the token belongs to. */
  readonly sessionId: string;
  /** The access token itself, to be passed on and to nothing else. */
  readonly token: string;
  readonly expiresAt: Date;
};

const identityKey = createContextKey<Identity | undefined>(undefined, { description: "who is calling" });
const callerKey = createContextKey<string | undefined>(undefined, { description: "the calling service" });

type WithValues = { readonly values: ContextValues };

/**
 * Who is calling.
 * @throws ConnectError `unauthenticated` when nobody is: in a public RPC, or an internal one that a service
 * makes on its own account.
 */
export function requireUser(context: WithValues): Identity {
  const identity = context.values.get(identityKey);
  if (!identity) throw refuse("TOKEN_MISSING");
  return identity;
}

/** Who is calling, if anybody is. */
export function userOf(context: WithValues): Identity | undefined {
  return context.values.get(identityKey);
}

/**
 * The service that calls an RPC of an `internal` package.
 * @throws ConnectError `unauthenticated` in any other RPC.
 */
export function requireService(context: Pick<HandlerContext, "values">): string {
  const caller = context.values.get(callerKey);
  if (caller === undefined) throw refuse("SERVICE_TOKEN_MISSING");
  return caller;
}

export function setUser(values: ContextValues, identity: Identity): void {
  values.set(identityKey, identity);
}

export function setService(values: ContextValues, caller: string): void {
  values.set(callerKey, caller);
}
