import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { type Mesh, someFreePorts, startMesh } from "@finflow/mesh/start-mesh";
import { otherLanguages } from "../../clients/test/other-languages.ts";
import { endToEnd } from "../../solo/test/end-to-end/suite.ts";
import { type Collector, startCollector } from "./collector.ts";
import { degraded } from "./degraded.ts";
import { exported } from "./exported.ts";
import { faultRun, faultsOf } from "./fault-run.ts";
import { traced } from "./traced.ts";

/** Milliseconds for 200 statements and a fault of everything. */
const faultRunMs = 8 * 60_000;

const folder = mkdtempSync(join(tmpdir(), "finflow-mesh-"));
const outOfReach = "1000000";
let collector: Collector | undefined;
let mesh: Mesh | undefined;
const running = (): Mesh => {
  if (!mesh) throw new Error("the mesh is not up");
  return mesh;
};

before(
  async () => {
    collector = await startCollector();
    mesh = await startMesh({
      folder,
      ports: await someFreePorts(),
      say: console.log,
      variables: {
        OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint,
        FINFLOW_LIMIT_USER: outOfReach,
        FINFLOW_LIMIT_ADDRESS: outOfReach,
        // People sign up by the dozen here, on a machine that runs everything: the least that may be configured.
        ARGON2_MEMORY_KIB: "19456",
        ARGON2_PASSES: "2",
        ARGON2_LANES: "1",
      },
    });
    process.env.FINFLOW_URL = mesh.url;
    process.env.FINFLOW_GRPC = mesh.grpc;
  },
  { timeout: 300_000 },
);
after(async () => {
  await mesh?.stop();
  await collector?.close();
  await rm(folder, { recursive: true, force: true });
});

// As they are for solo: they find the mesh by the variables above.
endToEnd();
otherLanguages();
exported(running);
traced(running, () => collector!);
degraded(running);

describe("a fault of every process and every server", () => {
  const which = process.env.FINFLOW_FAULTS === "all" ? "all" : "once";
  const withinMs = which === "all" ? 4 * faultRunMs : faultRunMs;
  test(
    "while 200 statements come in, none is lost or doubled, and sums are right to the cent",
    { timeout: withinMs + 60_000 },
    () =>
      faultRun(running(), {
        ...{ documents: 200, faults: faultsOf(running(), which) },
        ...{ withinMs, say: console.log },
      }),
  );
});
