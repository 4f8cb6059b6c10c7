/**
 * Reading RPCs of a running mesh, called by ghz at 1, 32 and 256 in flight: the service itself, the service behind a
 * pair of Envoys with mutual TLS, and the whole way through edge; beside grpc-js that answers the same bytes from memory.
 *
 *   node tools/bootstrap.js load/rpc.ts [seconds] [rows] [RPCs whose name has this]
 */

import { toBinary } from "@bufbuild/protobuf";
import { createClient } from "@connectrpc/connect";
import { createGrpcJsTransport } from "@finflow/connect-grpc-js/transport";
import { AnalyticsService, GetSummaryResponseSchema } from "@finflow/gen/finflow/analytics/v1/analytics_pb";
import { servedRpcs } from "@finflow/rest-transcoder/finflow-surface";
import { printMachine } from "./machine.ts";
import { startEnvoyPair } from "./rpc/envoy-pair.ts";
import { ghzProgram } from "./rpc/ghz-program.ts";
import { rawConfig, startRawAnswer } from "./rpc/raw-answer.ts";
import { readingRpcs } from "./rpc/reading-rpcs.ts";
import { type GhzResult, runGhz } from "./rpc/run-ghz.ts";
import { serviceToken, valuesOf } from "./rpc/values.ts";
import { startRunningMesh } from "./running-mesh.ts";
import { printTable, rounded } from "./table.ts";

const [seconds = 1, rows = 300] = process.argv.slice(2, 4).map(Number);
const wanted = process.argv[4] ?? "";
const inFlight = [1, 32, 256];

printMachine();
const program = await ghzProgram();
const running = await startRunningMesh();
const { mesh, folder } = running;
const { auth, upload, analytics, chatbot, edge } = mesh.ports.grpc;
const ports = { auth, upload, analytics, chatbot };
const pair = await startEnvoyPair(`${folder}/envoys`, Object.values(ports));
try {
  const values = await valuesOf(running, rows);
  const direct = createGrpcJsTransport(`127.0.0.1:${analytics}`);
  const summary = await createClient(AnalyticsService, direct).getSummary(
    {},
    { headers: { authorization: `Bearer ${values.TOKEN}` } },
  );
  direct.close();
  const raw = await startRawAnswer(toBinary(GetSummaryResponseSchema, summary));
  const table: Record<string, string | number>[] = [];
  const line = (
    name: string,
    many: number,
    found: Record<string, GhzResult | undefined>,
    yardstick: number,
  ) => {
    const cells = Object.entries(found).flatMap(([way, result]) => [
      [`${way}, per s`, result ? Math.round(result.perSecond) : ""],
      [`p95, ms (${way})`, result ? rounded(result.p95) : ""],
    ]);
    const of = (way: string) => (found[way] ? rounded(found[way].perSecond / yardstick, 2) : "");
    table.push({
      ...{ RPC: name, "in flight": many },
      ...Object.fromEntries(cells),
      "service of raw": of("service"),
      "edge of raw": of("edge"),
    });
  };
  const none = { service: undefined, Envoys: undefined, edge: undefined };
  for (const many of inFlight) {
    const run = (config: string, at: string, more: Record<string, string> = {}) =>
      runGhz({ program, config, at, inFlight: many, seconds, values: { ...values, ...more } });
    const yardstick = await run(rawConfig, raw.at);
    line("raw grpc-js", many, { ...none, service: yardstick }, yardstick.perSecond);
    for (const { config, service, method, isInternal } of readingRpcs()) {
      if (!config.includes(wanted)) continue;
      const token: Record<string, string> = isInternal
        ? { SERVICE_TOKEN: await serviceToken(running, service as "auth", method) }
        : {};
      const port = ports[service];
      const isServed = (servedRpcs as readonly string[]).includes(`${method.parent.typeName}/${method.name}`);
      const found = {
        service: await run(config, `127.0.0.1:${port}`, token),
        Envoys: await run(config, `127.0.0.1:${pair.portOf(port)}`, token),
        edge: isServed ? await run(config, `127.0.0.1:${edge}`) : undefined,
      };
      line(method.name, many, found, yardstick.perSecond);
    }
  }
  console.log(`one user with ${rows} rows, ${seconds} s each:\n`);
  printTable(table);
  await raw.stop();
} finally {
  await pair.stop();
  await running.stop();
}
