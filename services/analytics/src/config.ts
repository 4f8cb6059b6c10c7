/** What analytics can be told. */
export type AnalyticsConfig = {
  /** Memory for answers kept, in bytes. */
  answerCacheBytes: number;
  /** How long an answer is kept at most, in seconds; it is dropped from use as soon as the user's rows change. */
  answerCacheSeconds: number;
};

export const defaultConfig: AnalyticsConfig = {
  answerCacheBytes: 16 * 1024 * 1024,
  answerCacheSeconds: 300,
};
