/** An access token and when it ends. */
export type AccessToken = { token: string; expiresAt: number };

/**
 * Where the refresh token lies. Browsers need none: theirs is a cookie that no script can read. An app gives
 * its platform's keychain.
 */
export type RefreshTokenStore = {
  get: () => Promise<string | undefined>;
  set: (token: string | undefined) => Promise<void>;
};
