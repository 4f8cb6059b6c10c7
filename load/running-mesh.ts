import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Mesh, someFreePorts, startMesh } from "@finflow/mesh/start-mesh";
import type { Target } from "../solo/test/end-to-end/target.ts";

export type RunningMesh = { mesh: Mesh; target: Target; folder: string; stop: () => Promise<void> };

/** Requests a minute that nobody sends here. */
export const outOfReach = "1000000";

/** All servers and services as processes of this machine, one broker, limits out of reach. */
export async function startRunningMesh(): Promise<RunningMesh> {
  const folder = await mkdtemp(join(tmpdir(), "finflow-load-"));
  const mesh = await startMesh({
    folder,
    ports: await someFreePorts(),
    brokers: 1,
    variables: {
      FINFLOW_LIMIT_USER: outOfReach,
      FINFLOW_LIMIT_ADDRESS: outOfReach,
      // People sign up by the dozen before anything is measured: the least that may be configured.
      ARGON2_MEMORY_KIB: "19456",
      ARGON2_PASSES: "2",
      ARGON2_LANES: "1",
    },
  });
  return {
    mesh,
    folder,
    target: { url: mesh.url, grpc: mesh.grpc, dataFolder: undefined, close: async () => {} },
    stop: async () => {
      await mesh.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
