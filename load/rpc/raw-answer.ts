import { once } from "node:events";
import { Worker } from "node:worker_threads";

/** The RPC that the yardstick answers, so that the generator's work is that of a real one. */
export const rawConfig = "analytics.AnalyticsService.GetSummary";
export const rawPath = "/finflow.analytics.v1.AnalyticsService/GetSummary";

/** grpc-js as it comes on a thread of its own, giving the same bytes to everybody. */
export async function startRawAnswer(bytes: Uint8Array): Promise<{ at: string; stop: () => Promise<void> }> {
  const worker = new Worker(new URL("./raw-answer-thread.ts", import.meta.url));
  worker.postMessage(bytes);
  const [at] = (await once(worker, "message")) as [string];
  return {
    at,
    stop: async () => {
      await worker.terminate();
    },
  };
}
