/**
 * What reads of one user cost in MongoDB with more and more rows: milliseconds, one at a time, and keys examined.
 *
 *   node tools/bootstrap.js load/rows-of-user.ts [seconds of each read] [rows]...
 *
 * Without numbers of rows: 1,000, 100,000 and 1,000,000. Ten million take about ten times as long to fill in.
 */
import { randomUUID } from "node:crypto";
import { temporaryMongod } from "@finflow/local-servers/temporary-mongod";
import { connectMongo } from "@finflow/mongo/connect-mongo";
import { MongoClient } from "mongodb";
import { type Examined, examiningClient } from "../services/analytics/test/keys-examined.ts";
import { readsOf, storeOneUser } from "../services/analytics/test/one-user.ts";
import { closedCalls } from "./closed-calls.ts";
import { percentile } from "./closed-loop.ts";
import { printMachine } from "./machine.ts";
import { printTable, rounded } from "./table.ts";

const [seconds = 2, ...given] = process.argv.slice(2).map(Number);
const sizes = given.length > 0 ? given : [1_000, 100_000, 1_000_000];

type Cost = { p50: number; p95: number; examined: Examined };

printMachine();
const mongod = await temporaryMongod();
const client = connectMongo({ url: mongod.url, name: "load" });
// Sums and indexes of ten million rows take longer than a service waits for an answer.
const filling = new MongoClient(mongod.url, { ignoreUndefined: true });
const { client: asking, examined } = examiningClient(mongod.url);
try {
  const found = new Map<number, Map<string, Cost>>();
  for (const size of sizes) {
    const [database, userId] = [`rows_${size}`, randomUUID()];
    const begun = performance.now();
    await storeOneUser(filling, database, userId, size);
    console.log(`${size} rows filled in in ${rounded((performance.now() - begun) / 1_000)} s`);
    const costs = new Map<string, Cost>();
    const toExplain = readsOf(asking, database, userId);
    for (const [name, read] of Object.entries(readsOf(client, database, userId))) {
      const { latencies } = await closedCalls({ inFlight: 1, seconds, warmUpSeconds: 0.5, call: read });
      costs.set(name, {
        ...{ p50: percentile(latencies, 50), p95: percentile(latencies, 95) },
        examined: await examined(toExplain[name as keyof typeof toExplain]),
      });
    }
    found.set(size, costs);
  }
  const [first] = found.values();
  console.log();
  printTable(
    [...first!.keys()].flatMap((name) =>
      [...found].map(([size, costs]) => {
        const cost = costs.get(name)!;
        return {
          read: name,
          rows: size,
          "p50, ms": rounded(cost.p50, 2),
          "p95, ms": rounded(cost.p95, 2),
          "p50 of that of the fewest": rounded(cost.p50 / first!.get(name)!.p50, 2),
          "keys examined": cost.examined.keys,
          "documents examined": cost.examined.documents,
        };
      }),
    ),
  );
} finally {
  await asking.close();
  await filling.close();
  await client.close();
  await mongod.stop();
}
