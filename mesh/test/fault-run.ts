import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";
import type { Part } from "@finflow/mesh/part";
import type { Mesh } from "@finflow/mesh/start-mesh";
import { poll } from "../../solo/test/end-to-end/http.ts";
import { newPerson, type Person } from "../../solo/test/end-to-end/person.ts";
import type { DocumentJson, SummaryJson, UploadJson } from "../../solo/test/end-to-end/wire.ts";
import { patiently } from "./patient.ts";
import { pounds, statementOf, type Truth } from "./statement-of.ts";

export type Fault = { readonly name: string; strike(): Promise<void> };

/** How long what is paused answers nobody, in milliseconds: longer than sessions with brokers and databases last. */
const pausedMs = 12_000;

const kill = (part: Part): Fault => ({
  name: `${part.name} killed`,
  strike: async () => {
    await part.kill();
    await part.up();
  },
});

const suspend = (part: Part): Fault => ({
  name: `${part.name} paused`,
  strike: async () => {
    part.pause();
    await pause(pausedMs);
    part.resume();
  },
});

/** Every process and server once: `once` takes them in turn, killed or paused; `all` does both to each. */
export function faultsOf(mesh: Mesh, which: "once" | "all"): Fault[] {
  const parts = [...Object.values(mesh.services), ...mesh.servers.parts];
  const faults = parts.flatMap((part, index) => {
    if (which === "all") return [kill(part), suspend(part)];
    return index % 2 === 0 ? [kill(part)] : [suspend(part)];
  });
  const { postgres } = mesh.servers;
  return postgres ? [...faults, { name: "postgres killed", strike: async () => postgres.kill() }] : faults;
}

type Uploader = { person: Person; truth: Truth; documents: number };

export type FaultRun = {
  documents: number;
  faults: readonly Fault[];
  /** In which everything must have happened, in milliseconds. */
  withinMs: number;
  say: (line: string) => void;
};

/** Uploads so many statements while one fault after the other strikes; then everything must be there, once. */
export async function faultRun(mesh: Mesh, { documents, faults, withinMs, say }: FaultRun): Promise<void> {
  const deadline = performance.now() + withinMs;
  const target = { url: mesh.url, grpc: mesh.grpc, dataFolder: undefined, close: async () => {} };
  const uploaders: Uploader[] = [];
  for (let index = 0; index < 5; index++) {
    const person = await newPerson(target);
    uploaders.push({ person, truth: { rows: 0, debit: 0n, credit: 0n }, documents: 0 });
  }
  const numbers = Array.from({ length: documents }, (_, number) => number);
  const perFault = Math.ceil(documents / faults.length);
  for (const fault of faults) {
    const before = performance.now();
    const batch = numbers.splice(0, perFault);
    const uploading = Promise.all(
      uploaders.map((uploader, index) => {
        const mine = batch.filter((number) => number % uploaders.length === index);
        return uploadAll(uploader, mine);
      }),
    );
    await Promise.all([uploading, pause(300).then(() => fault.strike())]);
    say(
      `${fault.name}: ${batch.length} statements taken in, ${((performance.now() - before) / 1_000).toFixed(1)} s`,
    );
  }
  for (const uploader of uploaders) await everythingOnce(uploader, () => deadline - performance.now());
  say(`everything is there once, ${((withinMs - deadline + performance.now()) / 1_000).toFixed(1)} s`);
}

async function uploadAll(uploader: Uploader, numbers: readonly number[]): Promise<void> {
  for (const number of numbers) {
    const { pdf, truth } = await statementOf(number);
    const answer = await patiently(() => {
      const body = new FormData();
      body.append("file", new Blob([pdf], { type: "application/pdf" }), `${number}.pdf`);
      return uploader.person.call<UploadJson>("POST", "/upload", { body });
    });
    assert.equal(answer.status, 202, answer.told);
    uploader.documents++;
    uploader.truth.rows += truth.rows;
    uploader.truth.debit += truth.debit;
    uploader.truth.credit += truth.credit;
  }
}

async function everythingOnce({ person, truth, documents }: Uploader, leftMs: () => number): Promise<void> {
  const listed = async () => {
    const answer = await patiently(() =>
      person.call<{ documents: DocumentJson[] }>("GET", "/upload/documents?pageSize=200"),
    );
    assert.equal(answer.status, 200, answer.told);
    const waiting = answer.body.documents.filter(
      ({ status }) => status !== "COMPLETED" && status !== "FAILED",
    );
    return { waiting: waiting.map(({ status, documentId }) => `${status} ${documentId}`), body: answer.body };
  };
  const { body } = await poll("every statement read", listed, ({ waiting }) => waiting.length === 0, {
    withinMs: leftMs(),
    everyMs: 500,
  });
  assert.equal(body.documents.length, documents, "none lost, none doubled");
  for (const document of body.documents)
    assert.deepEqual(
      [document.status, document.verdict],
      ["COMPLETED", "RECONCILED"],
      JSON.stringify(document),
    );
  const revision = Math.max(...body.documents.map((document) => document.revision));
  const { body: summary } = await poll(
    "complete figures",
    () => patiently(() => person.call<SummaryJson>("GET", `/analytics/summary?minRevision=${revision}`)),
    (answer) => answer.body.complete && answer.body.revision >= revision,
    { withinMs: leftMs(), everyMs: 500 },
  );
  const [total] = summary.totals;
  assert.deepEqual(
    { rows: total?.count, debit: total?.totalDebit.amount, credit: total?.totalCredit.amount },
    { rows: truth.rows, debit: pounds(truth.debit), credit: pounds(truth.credit) },
  );
}
