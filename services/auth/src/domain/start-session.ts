import type { Account, Session, SignedIn } from "./account.ts";
import { clientLabel } from "./client-label.ts";
import { sessionEnd } from "./session-life.ts";

export type StartSessionStore = {
  readonly insertSession: (session: Session, firstTokenHash: Buffer) => Promise<void>;
};

/** Within the transaction that locked the account. */
export async function startSession(
  store: StartSessionStore,
  input: {
    readonly account: Account;
    readonly sessionId: string;
    readonly refreshToken: string;
    readonly refreshTokenHash: Buffer;
    readonly keepSignedIn: boolean;
    readonly userAgent: string;
    readonly now: Date;
  },
): Promise<SignedIn> {
  const { account, keepSignedIn, now } = input;
  const session: Session = {
    sessionId: input.sessionId,
    userId: account.userId,
    createTime: now,
    lastUseTime: now,
    endTime: sessionEnd({ createTime: now, lastUseTime: now, keepSignedIn }),
    keepSignedIn,
    client: clientLabel(input.userAgent),
  };
  await store.insertSession(session, input.refreshTokenHash);
  return { account, session, refreshToken: input.refreshToken };
}
