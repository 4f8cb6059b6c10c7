import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import type { Part } from "@finflow/mesh/part";
import type { Mesh } from "@finflow/mesh/start-mesh";
import { ask, expectError, expectStatus, poll } from "../../solo/test/end-to-end/http.ts";
import { newPerson, type Person } from "../../solo/test/end-to-end/person.ts";
import type { DocumentJson, SummaryJson, UploadJson } from "../../solo/test/end-to-end/wire.ts";
import { patiently } from "./patient.ts";
import { pounds, statementOf } from "./statement-of.ts";

type HealthJson = { status: string; services: Record<string, string>; degraded: string[] };

/** What goes on while something is away, and what is said of it. */
export function degraded(mesh: () => Mesh): void {
  const server = (name: string): Part => {
    const found = mesh().servers.parts.find((part) => part.name === name);
    return found ?? assert.fail(`no ${name} was started here`);
  };
  const away: Part[] = [];
  const halt = async (...parts: Part[]) => {
    away.push(...parts);
    await Promise.all(parts.map((part) => part.halt()));
  };
  const bringBack = async () => {
    await Promise.all(away.splice(0).map((part) => part.start()));
  };
  const target = () => ({ url: mesh().url, grpc: mesh().grpc, dataFolder: undefined, close: async () => {} });
  let number = 1_000;
  const aStatement = () => statementOf(number++);
  const health = async () => (await ask<HealthJson>(target(), "GET", "/health")).body;
  const healthSays = (what: string, isSaid: (health: HealthJson) => boolean) =>
    poll(what, health, isSaid, { withinMs: 30_000, everyMs: 500 });
  const isWhole = ({ status, degraded: without }: HealthJson) => status === "SERVING" && without.length === 0;
  const summaryOf = (person: Person) =>
    patiently(() => person.call<SummaryJson>("GET", "/analytics/summary"));
  const hasAll = (person: Person, count: number) =>
    poll(
      `${count} rows in the figures`,
      () => summaryOf(person),
      ({ body }) => body.complete && (body.totals[0]?.count ?? 0) === count,
      { withinMs: 90_000, everyMs: 300 },
    );

  describe("degraded", () => {
    after(bringBack);

    test("without Kafka statements are read; figures say that they are behind, and catch up", async () => {
      const person = await newPerson(target());
      await hasAll(person, 0);
      await halt(server("kafka-1"), server("kafka-2"), server("kafka-3"));
      const { pdf, truth } = await aStatement();
      const document = await person.uploaded(pdf);
      assert.equal(document.verdict, "RECONCILED");
      await healthSays("events away", (said) => said.degraded.includes("upload/events"));
      const behind = await poll(
        "figures that are not complete",
        () => summaryOf(person),
        ({ body }) => !body.complete,
      );
      assert.ok(Date.parse(behind.body.asOf) < Date.now());
      await bringBack();
      const { body } = await hasAll(person, truth.rows);
      assert.equal(body.totals[0]?.totalDebit.amount, pounds(truth.debit));
      await healthSays("everything back", isWhole);
    });

    test("without MongoDB statements are read, and figures are UNAVAILABLE until it is back", async () => {
      const person = await newPerson(target());
      await halt(server("mongod"));
      const { pdf, truth } = await aStatement();
      assert.equal((await person.uploaded(pdf)).verdict, "RECONCILED");
      for (const path of ["/analytics/summary", "/transactions", "/chatbot/conversations"])
        expectError(await person.call("GET", path), 503, "UNAVAILABLE");
      const said = await healthSays(
        "read models away",
        ({ services }) => services.analytics === "NOT_SERVING",
      );
      assert.deepEqual([said.services.auth, said.services.upload], ["SERVING", "SERVING"]);
      await bringBack();
      await hasAll(person, truth.rows);
      await healthSays("everything back", isWhole);
    });

    test("without the cache limits are each process's own, and an ended session is refused all the same", async () => {
      await halt(server("valkey-cache"));
      const person = await newPerson(target());
      expectStatus(await person.call("GET", "/v1/auth/me"), 200);
      const refreshToken = person.session.refreshToken;
      const logout = () => person.call("POST", "/v1/auth/logout", { json: { refreshToken } });
      // Replicas of edge that reach the cache, where auth does not, would not know: the answer says so.
      assert.equal(expectError(await logout(), 503, "UNAVAILABLE").reason, "REVOCATION_DELAYED");
      assert.equal((await person.call("GET", "/v1/auth/me")).status, 401);
      expectStatus(await logout(), 200);
      await bringBack();
      assert.equal((await person.call("GET", "/v1/auth/me")).status, 401);
    });

    test("without the jobs' Redis files are taken in, and read when it is back", async () => {
      const person = await newPerson(target());
      await halt(server("valkey-jobs"));
      const { pdf } = await aStatement();
      const { documentId } = await person.upload(pdf);
      await healthSays("jobs away", (said) => said.degraded.includes("upload/jobs"));
      assert.equal((await person.document(documentId)).status, "UPLOADED");
      await bringBack();
      const read = await poll(
        "the statement read",
        () => person.document(documentId),
        ({ status }) => status === "COMPLETED" || status === "FAILED",
        { withinMs: 120_000 },
      );
      assert.equal(read.verdict, "RECONCILED");
    });

    test("without the object store an upload is UNAVAILABLE, and the same file is taken in later", async () => {
      const person = await newPerson(target());
      const { pdf, truth } = await aStatement();
      await halt(server("seaweedfs"));
      const body = new FormData();
      body.append("file", new Blob([pdf], { type: "application/pdf" }), "statement.pdf");
      expectError(await person.call<UploadJson>("POST", "/upload", { body }), 503, "UNAVAILABLE");
      await healthSays("objects away", (said) => said.degraded.includes("upload/objects"));
      await bringBack();
      assert.equal((await person.uploaded(pdf)).verdict, "RECONCILED");
      const { documents } = await person.get<{ documents: DocumentJson[] }>("/upload/documents");
      assert.deepEqual(
        documents.map(({ status }) => status),
        ["COMPLETED"],
      );
      await hasAll(person, truth.rows);
    });

    for (const name of ["auth", "upload", "analytics", "chatbot"] as const) {
      test(`without ${name} its callers get UNAVAILABLE in time, and the others serve`, async () => {
        const person = await newPerson(target());
        const paths = {
          auth: "/v1/auth/me",
          upload: "/upload/documents",
          analytics: "/analytics/summary",
          chatbot: "/chatbot/conversations",
        };
        await halt(mesh().services[name]);
        for (const [service, path] of Object.entries(paths)) {
          const answer = await person.call("GET", path);
          if (service === name) assert.doesNotMatch(expectError(answer, 503, "UNAVAILABLE").message, /\d/);
          else assert.equal(answer.status, 200, answer.told);
        }
        await healthSays(`${name} away`, ({ services }) => services[name] === "NOT_SERVING");
        await bringBack();
        await healthSays("everything back", isWhole);
        // Its callers look for it again within a second.
        expectStatus(await patiently(() => person.call("GET", paths[name])), 200);
      });
    }
  });
}
