/** Knows which sessions have ended before their tokens did. */
export type Revocation = {
  /** Asked once per call. A throw that is no ConnectError refuses the call with `unavailable`. */
  isRevoked(sessionId: string): boolean | Promise<boolean>;
  /** Fires when the session ends while a stream is open; `release` is called when the stream is over. */
  watch?(sessionId: string): { signal: AbortSignal; release(): void };
};
