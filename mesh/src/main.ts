import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { readConfig } from "@finflow/service-host/config";
import { z } from "zod";
import { givenServers } from "./server-environment.ts";
import { standardPorts } from "./services.ts";
import { startMesh } from "./start-mesh.ts";

const variables = z.object({
  /** Where the mesh keeps what it keeps. */
  FINFLOW_MESH_DATA: z
    .string()
    .min(1)
    .default(resolve(import.meta.dirname, "../../.finflow-mesh")),
  /** Kafka's, where none are given. One is enough to look around. */
  FINFLOW_MESH_BROKERS: z.enum(["1", "3"]).default("3"),
});

const startedAt = performance.now();
const seconds = () => `${((performance.now() - startedAt) / 1_000).toFixed(1)} s`;
const say = (message: string) => console.log(`${seconds().padStart(8)}  ${message}`);

try {
  const { FINFLOW_MESH_DATA: folder, FINFLOW_MESH_BROKERS } = readConfig(variables, process.env);
  const given = readConfig(givenServers, process.env);
  const brokers = FINFLOW_MESH_BROKERS === "1" ? 1 : 3;
  say(`the mesh starts, on ${availableParallelism()} cores`);
  const mesh = await startMesh({ folder, ports: standardPorts, given, brokers, say });
  let isStopping = false;
  const end = () => {
    if (isStopping) process.exit(1);
    isStopping = true;
    say("the mesh stops");
    mesh.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, end);
  say(`logs and data: ${folder}`);
  for (const [name, port] of Object.entries(mesh.ports.admin))
    say(`${name.padEnd(14)} http://127.0.0.1:${port}/readyz`);
  say(`${mesh.url}   gRPC ${mesh.grpc}   Ctrl-C stops it`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
