import { EmbeddedPostgresError } from "@finflow/embedded-postgres/embedded-postgres-error";
import { MigrationError } from "@finflow/postgres/migration-error";
import { ConfigError } from "@finflow/service-host/config";
import { readSoloConfig, type SoloConfig } from "./config.ts";
import { SoloError } from "./solo-error.ts";
import { startSolo } from "./start.ts";
import { createSteps, seconds } from "./steps.ts";

const steps = createSteps((text) => process.stdout.write(text));

try {
  const config = readSoloConfig(process.env);
  steps.say("Finflow starts");
  const solo = await startSolo(config, steps);
  endWith(solo.stop, config.FINFLOW_BOOTSTRAP_PID);
  void solo.failed.then(async (error) => {
    console.error(`Finflow cannot go on: ${error.message}`);
    await solo.stop().catch(() => {});
    process.exit(1);
  });
  const took = await firstAnswer(config);
  steps.say(`  files and keys   ${solo.dataFolder}`);
  if (solo.databaseFolder) steps.say(`  database         ${solo.databaseFolder}`);
  steps.say(`  log              ${solo.logFile}`);
  steps.say(`\n${solo.address}   answers after ${seconds(took)}; Ctrl-C stops it`);
} catch (error) {
  console.error(forPeople(error));
  process.exit(1);
}

/** Milliseconds from the command to the first request answered, which is made here. */
async function firstAnswer({ FINFLOW_HOST, FINFLOW_STARTED_AT, PORT }: SoloConfig): Promise<number> {
  const startedAt = FINFLOW_STARTED_AT ?? performance.timeOrigin;
  const host = ["0.0.0.0", "::"].includes(FINFLOW_HOST) ? "127.0.0.1" : FINFLOW_HOST;
  const answer = await fetch(`http://${host.includes(":") ? `[${host}]` : host}:${PORT}/health`);
  if (!answer.ok) throw new Error(`the first request was answered with ${answer.status}`);
  return Date.now() - startedAt;
}

/** What a person can act on is a sentence; anything else is a bug, and shows where. */
function forPeople(error: unknown): unknown {
  const isKnown = [SoloError, EmbeddedPostgresError, MigrationError, ConfigError].some(
    (each) => error instanceof each,
  );
  return isKnown ? (error as Error).message : error;
}

/** A signal, or the end of whoever started us, ends us in order; a second signal at once. */
function endWith(stop: () => Promise<void>, bootstrapPid: number | undefined): void {
  let isStopping = false;
  const end = (): void => {
    if (isStopping) process.exit(1);
    isStopping = true;
    steps.say("\nFinflow stops");
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, end);
  if (bootstrapPid === undefined) return;
  const watch = setInterval(() => {
    if (process.ppid === bootstrapPid) return;
    clearInterval(watch);
    if (!isStopping) end();
  }, 500);
  watch.unref();
}
