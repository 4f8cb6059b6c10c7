/**
 * How many bytes a row takes in each store, with its indexes: from a real statement's events, written as upload and
 * analytics write them.
 *
 *   node tools/bootstrap.js load/capacity.ts [rows] [rows of a statement]
 */
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { createPool } from "@finflow/postgres/pool";
import { manyRows } from "@finflow/sample-statements/many-rows";
import { renderStatement } from "@finflow/sample-statements/render-statement";
import { MongoClient } from "mongodb";
import { newPerson } from "../solo/test/end-to-end/person.ts";
import { printMachine } from "./machine.ts";
import { startRunningMesh } from "./running-mesh.ts";
import { printTable, rounded } from "./table.ts";

const [rows = 6_000, rowsOfStatement = 300] = process.argv.slice(2).map(Number);

/** Bytes in each store, and how many objects of what there are. */
type Sizes = Record<string, number>;

printMachine();
const running = await startRunningMesh();
const { environment } = running.mesh.servers;
try {
  const statements = Math.ceil(rows / rowsOfStatement);
  const before = await sizes();
  let fileBytes = 0;
  for (let at = 0; at < statements; at++) {
    const person = await newPerson(running.target);
    const { pdf } = await renderStatement(manyRows(rowsOfStatement, 2000 + (at % 25)));
    fileBytes += pdf.byteLength;
    const { revision } = await person.uploaded(pdf);
    await person.figure("/analytics/summary", revision);
    await person.figure("/transactions", revision);
  }
  const after = await sizes();
  const count = statements * rowsOfStatement;
  console.log(`${statements} people, a statement of ${rowsOfStatement} rows each:\n`);
  printTable([
    ...Object.keys(after).map((store) => {
      const grown = after[store]! - (before[store] ?? 0);
      return {
        store,
        "KiB more": Math.round(grown / 1024),
        "bytes of a row": rounded(grown / count),
        "bytes of a statement": Math.round(grown / statements),
      };
    }),
    {
      ...{ store: "object store, files as they came", "KiB more": Math.round(fileBytes / 1024) },
      ...{
        "bytes of a row": rounded(fileBytes / count),
        "bytes of a statement": Math.round(fileBytes / statements),
      },
    },
  ]);
} finally {
  await running.stop();
}

async function sizes(): Promise<Sizes> {
  return {
    "PostgreSQL, auth": await postgresSize(environment.AUTH_DATABASE_URL),
    "PostgreSQL, upload": await postgresSize(environment.UPLOAD_DATABASE_URL),
    ...(await outboxSize()),
    ...(await mongoSizes()),
    "Kafka, one copy": await logSize(join(running.folder, "servers", "kafka")),
  };
}

/** Tables and indexes of our own; not the catalogue, which is there at any size. */
async function postgresSize(connectionString: string): Promise<number> {
  return asked(
    connectionString,
    "select coalesce(sum(pg_total_relation_size(relid)), 0)::float8 as bytes from pg_stat_user_tables",
  );
}

async function outboxSize(): Promise<Sizes> {
  const bytes = "select pg_total_relation_size('outbox')::float8 as bytes";
  return { "… of which the outbox (7 days)": await asked(environment.UPLOAD_DATABASE_URL, bytes) };
}

async function asked(connectionString: string, query: string): Promise<number> {
  const pool = createPool({ connectionString, name: "load", max: 1, statementTimeoutMs: 30_000 });
  try {
    const { rows } = await pool.query<{ bytes: number }>(query);
    return rows[0]!.bytes;
  } finally {
    await pool.end();
  }
}

/** Documents as BSON and what their indexes take: file sizes would tell of a checkpoint's chance, and are compressed. */
async function mongoSizes(): Promise<Sizes> {
  const client = await MongoClient.connect(environment.MONGODB_URL);
  try {
    const found: Sizes = {};
    for (const name of ["finflow_analytics", "finflow_chatbot"]) {
      const { dataSize, indexSize } = await client.db(name).stats();
      found[`MongoDB, ${name}: documents`] = dataSize;
      found[`MongoDB, ${name}: indexes`] = indexSize;
    }
    return found;
  } finally {
    await client.close();
  }
}

/** What the segments of `transactions.created` hold. */
async function logSize(folder: string): Promise<number> {
  let bytes = 0;
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith(".log") || !/transactions\.created-\d/.test(entry.parentPath))
      continue;
    bytes += (await stat(join(entry.parentPath, entry.name))).size;
  }
  return bytes;
}
