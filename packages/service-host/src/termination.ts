import type { Logger } from "@finflow/telemetry/logger";

/**
 * Ends the process in order on SIGTERM and SIGINT: `stop` runs once, then the process exits with 0, or with 1
 * when it fails or takes longer than `timeoutMs`. A second signal exits at once.
 */
export function stopOnSignals(options: {
  stop: () => Promise<unknown>;
  logger: Logger;
  /** Default 20,000. */
  timeoutMs?: number;
}): void {
  const { stop, logger, timeoutMs = 20_000 } = options;
  let stopping = false;
  const onSignal = (signal: NodeJS.Signals) => {
    if (stopping) process.exit(1);
    stopping = true;
    logger.info("process stops", { signal });
    setTimeout(() => {
      logger.error("process did not stop in time", { ms: timeoutMs });
      process.exit(1);
    }, timeoutMs).unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        logger.error("process did not stop cleanly", { error });
        process.exit(1);
      },
    );
  };
  process.on("SIGTERM", onSignal);
  process.on("SIGINT", onSignal);
}
