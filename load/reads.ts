/**
 * p50, p95 and p99 of each read over HTTP with so many busy users, each with a statement of so many rows.
 *
 *   node tools/bootstrap.js load/reads.ts [users] [rows] [seconds]
 *
 * The first line is a bare Node server that answers a small JSON text: the yardstick of the machine and of the
 * generator, which shares its cores with the server. The last column is each read's throughput in parts of it.
 */
import { manyRows } from "@finflow/sample-statements/many-rows";
import { renderStatement } from "@finflow/sample-statements/render-statement";
import { newPerson, type Person } from "../solo/test/end-to-end/person.ts";
import { startSolo, temporaryDataFolder } from "../solo/test/running-solo.ts";
import { startBareServer } from "./bare-server.ts";
import type { Measured } from "./closed-calls.ts";
import { closedLoop, percentile, type Sent } from "./closed-loop.ts";
import { printMachine } from "./machine.ts";
import { printTable, rounded } from "./table.ts";

const [users = 50, rows = 300, seconds = 8] = process.argv.slice(2).map(Number);

type Reader = { person: Person; documentId: string };

const reads: Record<string, (reader: Reader) => Sent> = {
  "GET /v1/auth/me": () => ({ path: "/v1/auth/me" }),
  "GET /upload/status/{id}": ({ documentId }) => ({ path: `/upload/status/${documentId}` }),
  "GET /upload/documents": () => ({ path: "/upload/documents" }),
  "GET /accounts": () => ({ path: "/accounts" }),
  "GET /analytics/summary": () => ({ path: "/analytics/summary" }),
  "GET /analytics/categories": () => ({ path: "/analytics/categories" }),
  "GET /analytics/monthly-expense": () => ({ path: "/analytics/monthly-expense" }),
  "GET /analytics/summary?search=coffee": () => ({ path: "/analytics/summary?search=coffee" }),
  "GET /transactions": () => ({ path: "/transactions" }),
  "GET /transactions?search=coffee": () => ({ path: "/transactions?search=coffee" }),
  "GET /chatbot/conversations": () => ({ path: "/chatbot/conversations" }),
  "POST /chatbot/ask": () => ({
    path: "/chatbot/ask",
    method: "POST",
    json: { question: "How much did I spend on food in March 2025?" },
  }),
};

printMachine();
const found: { name: string; measured: Measured }[] = [];
const bare = await startBareServer();
found.push({
  name: "a bare Node server",
  measured: await closedLoop({ url: bare.url, users, seconds, next: () => ({ path: "/" }) }),
});
await bare.stop();

const folder = await temporaryDataFolder();
const solo = await startSolo({ dataFolder: folder.path });
try {
  const readers = await signUp();
  for (const [name, read] of Object.entries(reads)) {
    const next = (index: number): Sent => {
      const reader = readers[index]!;
      return { ...read(reader), token: reader.person.token };
    };
    found.push({ name, measured: await closedLoop({ url: solo.url, users, seconds, next }) });
  }
} finally {
  await solo.interrupt();
  await folder.remove();
}

console.log(`${users} users, ${rows} rows each, ${seconds} s each, milliseconds:\n`);
const yardstick = found[0]!.measured.perSecond;
printTable(
  found.map(({ name, measured: { latencies, perSecond } }) => ({
    read: name,
    p50: rounded(percentile(latencies, 50)),
    p95: rounded(percentile(latencies, 95)),
    p99: rounded(percentile(latencies, 99)),
    "per second": Math.round(perSecond),
    "of bare": rounded(perSecond / yardstick, 3),
  })),
);

async function signUp(): Promise<Reader[]> {
  const target = { ...solo, dataFolder: folder.path, close: async () => {} };
  const { pdf } = await renderStatement(manyRows(rows));
  const readers: Reader[] = [];
  // A few at a time: hashing passwords and reading statements take whole cores.
  for (let index = 0; index < users; index += 5) {
    const more = await Promise.all(
      Array.from({ length: Math.min(5, users - index) }, async () => {
        const person = await newPerson(target);
        const { documentId, revision } = await person.uploaded(pdf);
        await person.figure("/analytics/summary", revision);
        return { person, documentId };
      }),
    );
    readers.push(...more);
  }
  return readers;
}
