import type { DescMethod } from "@bufbuild/protobuf";
import { ConnectError, type Interceptor, type StreamResponse, type UnaryResponse } from "@connectrpc/connect";
import type { VerifyAccessToken } from "./access-token.ts";
import { type Identity, setService, setUser } from "./identity.ts";
import { refuse } from "./refusal.ts";
import type { Revocation } from "./revocation.ts";
import { isInternal, serviceTokenHeader, type VerifyServiceToken } from "./service-token.ts";
import { withinSession } from "./session-end.ts";

export type AuthenticationOptions = {
  /** From `verifyAccessToken`. */
  verify: VerifyAccessToken;
  /** RPCs that anybody may call; whatever they carry in `authorization` is not looked at. */
  publicMethods: readonly DescMethod[];
  /** From `verifyServiceToken`. Without it every RPC of an `internal` package is refused. */
  verifyService?: VerifyServiceToken;
  /** Knows which sessions have ended before their tokens did. Without it tokens stand until they expire. */
  revocation?: Revocation;
};

/**
 * Refuses every call that does not prove who makes it, unless its RPC is listed as public. RPCs of `internal`
 * packages want a service token, and take a user's token along if there is one. A stream ends when its token
 * expires or its session ends.
 */
export function authentication(options: AuthenticationOptions): Interceptor {
  const open = new Set<DescMethod>(options.publicMethods);
  return (next) =>
    async (request): Promise<UnaryResponse | StreamResponse> => {
      const { method, header, contextValues } = request;
      const internal = isInternal(method);
      if (internal) {
        if (!options.verifyService) throw refuse("SERVICE_TOKEN_INVALID");
        setService(contextValues, await options.verifyService(header.get(serviceTokenHeader)));
      } else if (open.has(method)) return next(request);

      const token = bearerToken(header);
      if (token === undefined) {
        if (internal) return next(request);
        throw refuse("TOKEN_MISSING");
      }
      const identity = await options.verify(token);
      if (await isOver(identity, options.revocation)) throw refuse("SESSION_ENDED");
      setUser(contextValues, identity);
      return request.stream ? withinSession(identity, options.revocation, request, next) : next(request);
    };
}

/** The token of `authorization: Bearer …` (RFC 6750); the scheme's case does not matter. */
function bearerToken(header: Headers): string | undefined {
  const value = header.get("authorization");
  if (value === null) return undefined;
  const token = /^bearer +([a-z0-9._~+/-]+=*)$/i.exec(value)?.[1];
  if (token === undefined) throw refuse("TOKEN_INVALID");
  return token;
}

async function isOver({ sessionId }: Identity, revocation: Revocation | undefined): Promise<boolean> {
  try {
    return (await revocation?.isRevoked(sessionId)) ?? false;
  } catch (cause) {
    throw cause instanceof ConnectError ? cause : refuse("IDENTITY_UNAVAILABLE", cause);
  }
}
