export type Account = {
  readonly userId: string;
  /** Normalised. */
  readonly email: string;
  /** PHC string. */
  readonly passwordHash: string;
  readonly createTime: Date;
};

export type Session = {
  readonly sessionId: string;
  readonly userId: string;
  readonly createTime: Date;
  readonly lastUseTime: Date;
  /** When it ends by itself; moves with its use. */
  readonly endTime: Date;
  readonly keepSignedIn: boolean;
  /** Such as "Firefox on Linux". */
  readonly client: string;
};

/** What a person holds after signing in, before an access token is made of it. */
export type SignedIn = {
  readonly account: Account;
  readonly session: Session;
  readonly refreshToken: string;
};

/** Who calls, by a verified access token. */
export type Caller = { readonly userId: string; readonly sessionId: string };

/** Where a request comes from, as far as edge could tell. */
export type Origin = {
  /** The client's address; empty when unknown. */
  readonly address: string;
  /** Its User-Agent; empty when unknown. */
  readonly userAgent: string;
};
