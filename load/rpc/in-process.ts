import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type DescMethodUnary, fromJson, type JsonObject } from "@bufbuild/protobuf";
import { freePorts } from "@finflow/local-servers/ports";
import { readSoloConfig } from "@finflow/solo/config";
import { startSolo } from "@finflow/solo/start";
import { createSteps } from "@finflow/solo/steps";
import { closedCalls } from "../closed-calls.ts";
import { percentile } from "../closed-loop.ts";
import { outOfReach } from "../running-mesh.ts";
import { ghzConfigs } from "./ghz-configs.ts";
import type { ReadingRpc } from "./reading-rpcs.ts";
import { valuesOf } from "./values.ts";

export type InProcess = {
  run(rpc: ReadingRpc, inFlight: number, seconds: number): Promise<{ perSecond: number; p95: number }>;
  stop(): Promise<void>;
};

/** Every service in this process as solo has them, on its own stores, called as each is there: without a network. */
export async function startInProcess(rows: number): Promise<InProcess> {
  const folder = await mkdtemp(join(tmpdir(), "finflow-in-process-"));
  const [http, grpc, admin] = await freePorts(3);
  const config = readSoloConfig({
    ...{ PORT: String(http), GRPC_PORT: String(grpc), ADMIN_PORT: String(admin), FINFLOW_DATA: folder },
    ...{ FINFLOW_LIMIT_USER: outOfReach, FINFLOW_LIMIT_ADDRESS: outOfReach },
  });
  const solo = await startSolo(
    config,
    createSteps(() => {}),
  );
  const target = {
    ...{ url: solo.address, grpc: `127.0.0.1:${grpc}`, dataFolder: folder },
    close: async () => {},
  };
  const values = await valuesOf(target, rows);
  const configs = ghzConfigs();
  return {
    async run({ config, service, method, isInternal }, inFlight, seconds) {
      const { edge, readModel } = solo.transports;
      const transport = isInternal && service === "upload" ? readModel : edge;
      const { data } = configs.get(config) ?? { data: {} };
      const input = fromJson(method.input, filled(data, values));
      const headers = isInternal ? {} : { authorization: `Bearer ${values.TOKEN}` };
      const call = () =>
        transport.unary(method as DescMethodUnary, undefined, undefined, headers, input as never);
      const { latencies, perSecond } = await closedCalls({ inFlight, seconds, call });
      return { perSecond, p95: percentile(latencies, 95) };
    },
    async stop() {
      await solo.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** ghz's templates, filled as ghz does. */
function filled(data: object, values: Readonly<Record<string, string>>): JsonObject {
  const text = JSON.stringify(data).replaceAll(
    /\{\{env `FINFLOW_(\w+)`\}\}/g,
    (_, name: string) => values[name] ?? "",
  );
  return JSON.parse(text) as JsonObject;
}
