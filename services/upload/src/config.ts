import type { SealingKeys } from "./domain/password-seal.ts";

/** What upload can be told; the process reads it from its environment once. */
export type UploadConfig = {
  sealingKeys: SealingKeys;
  /** How long announced bytes may take to come. */
  pendingSeconds: number;
  /** How often a watcher looks at the store when it hears of nothing. */
  watchPollMs: number;
};

export type WorkerConfig = {
  sealingKeys: SealingKeys;
  /** Documents read at the same time. */
  concurrency: number;
  heartbeatSeconds: number;
  /** A claim without a heartbeat for so long is nobody's. */
  claimSeconds: number;
  sweepSeconds: number;
  /** How long a document waits before the sweeper looks whether it has a job. */
  waitSeconds: number;
  /** No other process reads from this store: what is claimed when this one starts was claimed by one that died. */
  isOnlyWorker?: boolean;
};

export const defaultTimes = {
  pendingSeconds: 3_600,
  watchPollMs: 5_000,
  heartbeatSeconds: 10,
  claimSeconds: 60,
  sweepSeconds: 5,
  waitSeconds: 5,
};
