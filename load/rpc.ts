/**
 * Reading RPCs at 1, 32 and 256 in flight: in one process, as solo's edge calls its services; and of a running mesh, by
 * ghz: the service itself, the service behind a pair of Envoys with mutual TLS, and the whole way through edge; beside
 * grpc-js that answers the same bytes from memory.
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
import { startInProcess } from "./rpc/in-process.ts";
import { rawConfig, startRawAnswer } from "./rpc/raw-answer.ts";
import { readingRpcs } from "./rpc/reading-rpcs.ts";
import { runGhz } from "./rpc/run-ghz.ts";
import { serviceToken, valuesOf } from "./rpc/values.ts";
import { startRunningMesh } from "./running-mesh.ts";
import { printTable, rounded } from "./table.ts";

const [seconds = 1, rows = 300] = process.argv.slice(2, 4).map(Number);
const wanted = process.argv[4] ?? "";
const inFlight = [1, 32, 256];

printMachine();
const program = await ghzProgram();
const inProcess = await startInProcess(rows);
const running = await startRunningMesh();
const { mesh, folder } = running;
const { auth, upload, analytics, chatbot, edge } = mesh.ports.grpc;
const ports = { auth, upload, analytics, chatbot };
const pair = await startEnvoyPair(`${folder}/envoys`, Object.values(ports));
try {
  const values = await valuesOf(running.target, rows);
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
    found: Record<string, { perSecond: number; p95: number } | undefined>,
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
      "in process of raw": of("in process"),
      "service of raw": of("service"),
      "edge of raw": of("edge"),
    });
  };
  const none = { "in process": undefined, service: undefined, Envoys: undefined, edge: undefined };
  for (const many of inFlight) {
    const run = (config: string, at: string, more: Record<string, string> = {}) =>
      runGhz({ program, config, at, inFlight: many, seconds, values: { ...values, ...more } });
    const yardstick = await run(rawConfig, raw.at);
    line("raw grpc-js", many, { ...none, service: yardstick }, yardstick.perSecond);
    for (const rpc of readingRpcs()) {
      const { config, service, method, isInternal } = rpc;
      if (!config.includes(wanted)) continue;
      const token: Record<string, string> = isInternal
        ? { SERVICE_TOKEN: await serviceToken(running, service as "auth", method) }
        : {};
      const port = ports[service];
      const isServed = (servedRpcs as readonly string[]).includes(`${method.parent.typeName}/${method.name}`);
      const found = {
        "in process": await inProcess.run(rpc, many, seconds),
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
  await inProcess.stop();
}
