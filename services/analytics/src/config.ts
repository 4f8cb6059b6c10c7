/** What analytics can be told. */
export type AnalyticsConfig = {
  /** Memory for answers kept, in bytes. */
  answerCacheBytes: number;
};

export const defaultConfig: AnalyticsConfig = { answerCacheBytes: 16 * 1024 * 1024 };
