import { Client, credentials, type ServiceError, status } from "@grpc/grpc-js";
import { service as healthService } from "grpc-health-check";
import type { Opens } from "./closing.ts";
import { dependencyName } from "./grpc-health.ts";

/** How another process says it is. */
export type RemoteHealth = {
  /** Whether it answers and has what it cannot do without. */
  readonly answers: boolean;
  /** Of those asked for, what it does without at the moment. */
  readonly away: readonly string[];
};

/** The standard health RPC (grpc.health.v1), as its package describes it. */
const check = healthService.Check!;
const timeoutMs = 2_000;

/**
 * Asks a process by the standard health RPC, which needs no token. It never rejects: who cannot be asked does not answer.
 *
 * @param address a gRPC name
 * @param dependencies names of `DependencyCheck`s; those that the process does not have are left out
 */
export function createRemoteHealth(
  address: string,
  dependencies: readonly string[],
  opens: Opens,
): () => Promise<RemoteHealth> {
  const client = new Client(address, credentials.createInsecure());
  opens(`the health of ${address}`, client, async () => client.close());
  const ask = (name: string) =>
    new Promise<string>((resolve, reject) => {
      client.makeUnaryRequest(
        check.path,
        check.requestSerialize,
        check.responseDeserialize,
        { service: name },
        { deadline: Date.now() + timeoutMs },
        (error: ServiceError | null, answer: unknown) =>
          error ? reject(error) : resolve((answer as { status: string }).status),
      );
    });
  const isAway = (name: string) =>
    ask(dependencyName(name)).then(
      (said) => said !== "SERVING",
      // It has no such dependency; or it does not answer at all, which the first question tells.
      (error: ServiceError) => error.code !== status.NOT_FOUND && error.code !== status.UNAVAILABLE,
    );
  return async () => {
    const [answers, ...flags] = await Promise.all([
      ask("").then(
        (said) => said === "SERVING",
        () => false,
      ),
      ...dependencies.map(isAway),
    ]);
    return { answers, away: dependencies.filter((_, index) => flags[index]) };
  };
}
