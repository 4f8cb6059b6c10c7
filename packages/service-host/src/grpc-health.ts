import { HealthImplementation, type ServingStatus } from "grpc-health-check";
import type { HostedService } from "./hosted-service.ts";
import type { openStreams } from "./open-streams.ts";
import type { Readiness } from "./readiness.ts";
import { servedBy } from "./served.ts";

const everyMs = 5_000;

/**
 * The name under which orchestrators ask for this process alone: SERVING from its start until it drains, whatever its
 * dependencies say. A database that is away is away for every replica: neither a restart nor a replica less helps.
 */
const processName = "process";

/** The name under which one dependency is asked for, such as `dependency/events`. */
export const dependencyName = (dependency: string) => `dependency/${dependency}`;

/**
 * The standard health service: `""` for the whole server, and every Protobuf service by its name. A service is
 * SERVING while its own dependencies answer, but for those that are optional. `process` does not ask for them. Each
 * dependency has a name of its own once it was asked.
 */
export function addHealth(
  streams: ReturnType<typeof openStreams>,
  services: readonly HostedService[],
  readiness: Readiness,
) {
  const namesOf = new Map(services.map((s) => [s.name, servedBy(s).map((desc) => desc.typeName)]));
  const health = new HealthImplementation({ "": "NOT_SERVING" });
  const set = (name: string, serving: boolean) => {
    const status: ServingStatus = serving ? "SERVING" : "NOT_SERVING";
    for (const typeName of namesOf.get(name) ?? [name]) health.setStatus(typeName, status);
  };
  for (const { name } of services) set(name, false);
  set(processName, false);
  health.addToServer(streams as never);

  async function refresh(): Promise<void> {
    const { status, dependencies } = await readiness.check();
    if (status === "draining") return;
    const missing = dependencies.filter(({ state, optional }) => state === "down" && !optional);
    const down = new Set(missing.map(({ service }) => service));
    for (const { name } of services) set(name, !down.has(name));
    for (const { name, state } of dependencies) set(dependencyName(name), state === "up");
    set("", status === "ready");
  }

  let timer: NodeJS.Timeout | undefined;
  return {
    /** Serving from now on, and asks dependencies every five seconds. */
    follow() {
      for (const { name } of services) set(name, true);
      set(processName, true);
      set("", true);
      timer = setInterval(() => void refresh(), everyMs);
      timer.unref();
    },
    stop() {
      clearInterval(timer);
      for (const { name } of services) set(name, false);
      set(processName, false);
      set("", false);
    },
  };
}
