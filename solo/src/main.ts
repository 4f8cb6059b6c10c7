import { flushCompileCache } from "node:module";
import { EmbeddedPostgresError } from "@finflow/embedded-postgres/embedded-postgres-error";
import { MigrationError } from "@finflow/postgres/migration-error";
import { ConfigError } from "@finflow/service-host/config";
import { readSoloConfig, type SoloConfig } from "./config.ts";
import { SoloError } from "./solo-error.ts";
import { startSolo } from "./start.ts";
import { createSteps, seconds } from "./steps.ts";

/** More than edge gives requests under way, in milliseconds. */
const stopPatienceMs = 30_000;

const steps = createSteps((text) => process.stdout.write(text));

try {
  const config = readSoloConfig(process.env);
  const startedAt = config.FINFLOW_STARTED_AT ?? performance.timeOrigin;
  steps.say("Finflow starts");
  steps.done("Node", Date.now() - startedAt);
  const solo = await startSolo(config, steps);
  endWith(solo.stop, config.FINFLOW_BOOTSTRAP_PID);
  void solo.failed.then(async (error) => {
    console.error(`Finflow cannot go on: ${error.message}`);
    await solo.stop().catch(() => {});
    process.exit(1);
  });
  await answersRequests(config);
  const took = Date.now() - startedAt;
  // What was compiled is kept for the next start, also if this process is killed.
  flushCompileCache();
  steps.say(`  files and keys   ${solo.dataFolder}`);
  if (solo.databaseFolder) steps.say(`  database         ${solo.databaseFolder}`);
  steps.say(`  log              ${solo.logFile}`);
  steps.say(`\n${solo.address}   answers after ${seconds(took)}; Ctrl-C stops it`);
} catch (error) {
  console.error(forPeople(error));
  process.exit(1);
}

/** The first request, made here. */
async function answersRequests({ FINFLOW_HOST, PORT }: SoloConfig): Promise<void> {
  const host = ["0.0.0.0", "::"].includes(FINFLOW_HOST) ? "127.0.0.1" : FINFLOW_HOST;
  const answer = await fetch(`http://${host.includes(":") ? `[${host}]` : host}:${PORT}/health`);
  if (!answer.ok) throw new Error(`the first request was answered with ${answer.status}`);
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
    setTimeout(() => {
      console.error("it takes too long; the next start goes on from what is there");
      process.exit(1);
    }, stopPatienceMs).unref();
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
