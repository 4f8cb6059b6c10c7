import type { Logger } from "@finflow/telemetry/logger";
import type { Metrics } from "@finflow/telemetry/metrics";
import type { DependencyCheck, HostedService } from "./hosted-service.ts";

export type DependencyState = { service: string; name: string; state: "up" | "down"; optional?: true };

export type ReadinessReport = {
  status: "ready" | "not ready" | "draining";
  dependencies: DependencyState[];
};

export type Readiness = {
  /** Asks every dependency, all at once, two seconds at most; not more than once a second. */
  check(): Promise<ReadinessReport>;
  /** Services are not ready before this is called. */
  markStarted(): void;
  /** Not ready from now on, whatever dependencies say. */
  markDraining(): void;
};

const timeoutMs = 2_000;
const freshMs = 1_000;

/**
 * Whether services can do their work. What fails is logged when it begins to, and when it is over;
 * `finflow_dependency_up` says how it was when asked last.
 */
export function createReadiness(
  services: readonly HostedService[],
  logger: Logger,
  metrics: Metrics,
): Readiness {
  let phase: "starting" | "started" | "draining" = "starting";
  let last: { at: number; dependencies: Promise<DependencyState[]> } | undefined;
  const down = new Set<string>();

  async function ask(service: string, dependency: DependencyCheck): Promise<DependencyState> {
    const key = `${service}/${dependency.name}`;
    const named = {
      service,
      name: dependency.name,
      ...(dependency.isOptional && { optional: true as const }),
    };
    try {
      await withTimeout(dependency);
      metrics.dependencyUp.set({ service, dependency: dependency.name }, 1);
      if (down.delete(key)) logger.info("dependency answers again", { dependency: key });
      return { ...named, state: "up" };
    } catch (error) {
      metrics.dependencyUp.set({ service, dependency: dependency.name }, 0);
      if (!down.has(key)) logger.warn("dependency does not answer", { dependency: key, error });
      down.add(key);
      return { ...named, state: "down" };
    }
  }

  const askAll = () => Promise.all(services.flatMap((s) => s.checks.map((check) => ask(s.name, check))));

  return {
    async check() {
      const now = performance.now();
      if (!last || now - last.at > freshMs) last = { at: now, dependencies: askAll() };
      const dependencies = await last.dependencies;
      const allUp = dependencies.every(({ state, optional }) => optional || state === "up");
      if (phase === "draining") return { status: "draining", dependencies };
      return { status: allUp && phase === "started" ? "ready" : "not ready", dependencies };
    },
    markStarted() {
      if (phase === "starting") phase = "started";
    },
    markDraining() {
      phase = "draining";
    },
  };
}

/** Runs a check that may ignore its signal. */
async function withTimeout(dependency: DependencyCheck): Promise<void> {
  const signal = AbortSignal.timeout(timeoutMs);
  const late = new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(new Error(`no answer within ${timeoutMs} ms`)), {
      once: true,
    });
  });
  await Promise.race([dependency.check(signal), late]);
}
