import assert from "node:assert/strict";
import { test } from "node:test";
import { createMetrics } from "@finflow/telemetry/metrics";
import { poolGauge } from "./pool-gauge.ts";

test("connections are counted whenever metrics are read, those of each pool for itself", async () => {
  const metrics = createMetrics();
  const pool = { totalCount: 3, idleCount: 1, waitingCount: 0, options: { max: 4 } };
  poolGauge(metrics)("auth", pool);
  poolGauge(metrics)("upload", { ...pool, totalCount: 1, options: {} });
  const read = async () =>
    (await metrics.registry.metrics())
      .split("\n")
      .filter((line) => line.startsWith("finflow_database_connections{"))
      .map((line) => line.replace("finflow_database_connections", ""));
  assert.deepEqual(await read(), [
    '{pool="auth",state="busy"} 2',
    '{pool="auth",state="idle"} 1',
    '{pool="auth",state="waiting"} 0',
    '{pool="auth",state="most"} 4',
    '{pool="upload",state="busy"} 0',
    '{pool="upload",state="idle"} 1',
    '{pool="upload",state="waiting"} 0',
  ]);
  Object.assign(pool, { totalCount: 4, idleCount: 0, waitingCount: 7 });
  assert.ok((await read()).includes('{pool="auth",state="waiting"} 7'));
});
