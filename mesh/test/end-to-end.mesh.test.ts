import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { type Mesh, someFreePorts, startMesh } from "@finflow/mesh/start-mesh";

/** solo's end-to-end suite, as it is, against six processes and their servers. */

const folder = await mkdtemp(join(tmpdir(), "finflow-mesh-"));
const outOfReach = "1000000";
const variables = { FINFLOW_LIMIT_USER: outOfReach, FINFLOW_LIMIT_ADDRESS: outOfReach };
const mesh: Mesh = await startMesh({ folder, ports: await someFreePorts(), variables, say: console.log });
after(async () => {
  await mesh.stop();
  await rm(folder, { recursive: true, force: true });
});

process.env.FINFLOW_URL = mesh.url;
process.env.FINFLOW_GRPC = mesh.grpc;
// Its tests are those of whoever loads it.
await import("../../solo/test/end-to-end.test.ts");
