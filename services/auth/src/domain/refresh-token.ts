/** What, with the server's key, makes a token out of another text: neither is of use alone. */
export type TokenSeed = { readonly salt: Buffer; readonly keyId: string };

/** 256-bit tokens in base64url. The database holds only their hashes. */
export type RefreshTokens = {
  readonly random: () => string;
  readonly newSeed: () => TokenSeed;
  /**
   * The same token for the same text and seed, so that a successor can be given again without being stored.
   * @throws Error when the key of the seed is no longer configured
   */
  readonly derive: (from: string, seed: TokenSeed) => string;
  readonly hash: (token: string) => Buffer;
};
