import {
  type Client,
  Code,
  ConnectError,
  createClient,
  type Interceptor,
  type Transport,
} from "@connectrpc/connect";
import {
  AuthService,
  type Erasure,
  type Session as SignedIn,
  type User,
} from "@finflow/gen/finflow/auth/v1/auth_pb";
import type { AccessToken, RefreshTokenStore } from "./tokens.ts";

/** Who is signed in, and the token that proves it. */
export type Session = {
  /** The user, once somebody is signed in. */
  user: () => User | undefined;
  register: (credentials: Credentials) => Promise<User>;
  signIn: (credentials: Credentials) => Promise<User>;
  /** Takes up the session of an earlier visit; undefined if there is none. */
  resume: () => Promise<User | undefined>;
  /**
   * @throws ConnectError when the server cannot be reached: the session then stands, here as there
   */
  signOut: () => Promise<void>;
  /** Deletes the account and ends the session. */
  deleteAccount: () => Promise<Erasure>;
  /** How far an erasing has come; nobody needs to be signed in, since nobody is left. */
  erasure: (erasureId: string, signal?: AbortSignal) => Promise<Erasure>;
  /**
   * A token good for at least half a minute; a new one in place of `refused`.
   * @throws ConnectError `unauthenticated` when the session is over
   */
  token: (refused?: string) => Promise<string>;
  /** Called when somebody signs in or the session ends. Returns how to stop listening. */
  onChange: (listener: (user: User | undefined) => void) => () => void;
};

export type Credentials = { email: string; password: string; keepSignedIn?: boolean };

/** A token with less left than this is renewed before it is used, in milliseconds. */
const renewBefore = 30_000;

/**
 * @param transport to edge, without authentication
 * @param store where the refresh token lies; without one it is edge's cookie
 */
export function createSession(transport: Transport, store?: RefreshTokenStore): Session {
  const auth: Client<typeof AuthService> = createClient(AuthService, transport);
  const listeners = new Set<(user: User | undefined) => void>();
  let user: User | undefined;
  let access: AccessToken | undefined;
  let renewing: Promise<string> | undefined;
  /** Counts sessions that ended: what was under way for one of them must not bring it back. */
  let ended = 0;

  const accept = async (session: SignedIn): Promise<User> => {
    access = { token: session.accessToken, expiresAt: Date.now() + session.expiresIn * 1000 };
    if (session.refreshToken !== "") await store?.set(session.refreshToken);
    const changed = user?.userId !== session.user?.userId;
    user = session.user;
    if (!user) throw new ConnectError("the session has no user", Code.Internal);
    if (changed) for (const listener of listeners) listener(user);
    return user;
  };
  const end = async (): Promise<void> => {
    const was = user;
    user = access = undefined;
    ended++;
    await store?.set(undefined);
    if (was) for (const listener of listeners) listener(undefined);
  };
  const renew = async (): Promise<string> => {
    const before = ended;
    try {
      const session = await auth.refresh({ refreshToken: (await store?.get()) ?? "" });
      if (ended !== before) throw new ConnectError("the session is over", Code.Unauthenticated);
      await accept(session);
    } catch (error) {
      if (ConnectError.from(error).code === Code.Unauthenticated && ended === before) await end();
      throw error;
    }
    return (access as AccessToken).token;
  };
  const token = async (refused?: string): Promise<string> => {
    if (access && access.token !== refused && access.expiresAt - Date.now() > renewBefore)
      return access.token;
    // However many calls find the token old, it is renewed once.
    renewing ??= renew().finally(() => {
      renewing = undefined;
    });
    return renewing;
  };
  return {
    user: () => user,
    register: async (credentials) => accept(await auth.register(credentials)),
    signIn: async (credentials) => accept(await auth.login(credentials)),
    resume: async () => {
      try {
        await token();
      } catch (error) {
        const { code } = ConnectError.from(error);
        if (code !== Code.Unauthenticated && code !== Code.InvalidArgument) throw error;
      }
      return user;
    },
    signOut: async () => {
      // First where it counts: a cookie that stays behind would sign the next visitor in.
      await auth.logout({ refreshToken: (await store?.get()) ?? "" });
      await end();
    },
    deleteAccount: async () => {
      const erasure = await auth.deleteMe({}, { headers: { authorization: `Bearer ${await token()}` } });
      await end();
      return erasure;
    },
    erasure: (erasureId, signal) => auth.getErasure({ erasureId }, { signal }),
    token,
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Adds the session's token to every call. A unary call whose token was refused is made once more with a new one. */
export function authenticated(session: Session): Interceptor {
  return (next) => async (request) => {
    const token = await session.token();
    request.header.set("authorization", `Bearer ${token}`);
    try {
      return await next(request);
    } catch (error) {
      if (request.stream || ConnectError.from(error).code !== Code.Unauthenticated) throw error;
      request.header.set("authorization", `Bearer ${await session.token(token)}`);
      return next(request);
    }
  };
}
