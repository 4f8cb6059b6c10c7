import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { superuser } from "@finflow/embedded-postgres/cluster";
import { manyRows } from "@finflow/sample-statements/many-rows";
import { renderStatement } from "@finflow/sample-statements/render-statement";
import { createLogger } from "@finflow/telemetry/logger";
import { Client } from "pg";
import { openDataFolder } from "../src/data-folder.ts";
import { databasePassword, openDatabases } from "../src/databases.ts";
import { summaryOf } from "./end-to-end/figures-by-hand.ts";
import { poll } from "./end-to-end/http.ts";
import { newPerson, personOf } from "./end-to-end/person.ts";
import { chosen, rowsOf } from "./end-to-end/truth.ts";
import type { SummaryJson } from "./end-to-end/wire.ts";
import { type RunningSolo, startSolo, temporaryDataFolder } from "./running-solo.ts";

describe("upload's database restored from a backup, and no other", { timeout: 300_000 }, () => {
  let folder: Awaited<ReturnType<typeof temporaryDataFolder>>;
  let solo: RunningSolo | undefined;
  before(async () => {
    folder = await temporaryDataFolder();
  });
  after(async () => {
    try {
      await solo?.interrupt();
    } finally {
      await folder.remove();
    }
  });

  test("npx finflow rebuild brings every figure back to what is stored", async () => {
    const [kept, lost, later] = await Promise.all(
      [30, 50, 70].map((rows) => renderStatement(numbered(rows))),
    );
    let running = await startSolo({ dataFolder: folder.path });
    const person = await newPerson(targetOf(running));
    const first = await person.uploaded(kept!.pdf);
    await running.interrupt();
    await asSuperuser("create database backup template finflow_upload owner finflow_upload");

    running = await startSolo({ dataFolder: folder.path });
    let again = personOf(targetOf(running), person, person.session);
    await again.figure("/analytics/summary", (await again.uploaded(lost!.pdf)).revision);
    await running.interrupt();
    await asSuperuser("drop database finflow_upload", "alter database backup rename to finflow_upload");

    assert.match(await finflowRebuild(), /made anew/);
    solo = await startSolo({ dataFolder: folder.path });
    again = personOf(targetOf(solo), person, person.session);
    const isWhole = ({ complete, revision }: SummaryJson) => complete && revision === first.revision;
    const summaryOfNow = () => again.get<SummaryJson>("/analytics/summary");
    const restored = await poll("figures of what was restored", summaryOfNow, isWhole, { withinMs: 60_000 });
    const rows = async (revision: number, ...files: (typeof kept)[]) =>
      chosen(
        files.flatMap((file) => rowsOf(file!.truth)),
        await again.rows(revision),
      );
    assert.deepEqual(restored.totals, summaryOf(await rows(first.revision, kept)));

    // The revision that the lost statement had is taken by another one now.
    const { revision } = await again.uploaded(later!.pdf);
    assert.equal(revision, first.revision + 1);
    const { totals } = await again.figure<SummaryJson>("/analytics/summary", revision);
    assert.deepEqual(totals, summaryOf(await rows(revision, kept, later)));
  });

  /** On the cluster of the data folder, while no Finflow runs. */
  async function asSuperuser(...statements: string[]): Promise<void> {
    const data = await openDataFolder(folder.path);
    const logger = createLogger({ service: "test", level: "silent" });
    const databases = await openDatabases({ folder: data, logger, onOutage: () => {} });
    const password = await databasePassword(data, "superuser");
    const { host, port } = databases.postgres.databases.finflow_upload;
    const client = new Client({ host, port, user: superuser, password, database: "postgres" });
    try {
      await client.connect();
      for (const statement of statements) await client.query(statement);
    } finally {
      await client.end();
      await databases.stop();
    }
  }

  async function finflowRebuild(): Promise<string> {
    const child = spawn(process.execPath, [join(import.meta.dirname, "../bin/finflow.js"), "rebuild"], {
      env: { ...process.env, FINFLOW_DATA: folder.path, FINFLOW_SKIP_INSTALL: "1" },
    });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk) => {
        said += chunk;
      });
    }
    assert.deepEqual(await once(child, "close"), [0, null], said);
    return said;
  }
});

/** Statements of accounts of their own: none has a row of another's. */
function numbered(rows: number) {
  const spec = manyRows(rows);
  return { ...spec, accounts: spec.accounts.map((account) => ({ ...account, number: `400000${rows}` })) };
}

function targetOf(running: RunningSolo) {
  return { ...running, dataFolder: undefined, close: async () => {} };
}
