import assert from "node:assert/strict";
import { connect, createServer } from "node:net";
import { test } from "node:test";
import { ListenError } from "@finflow/service-host/listen-error";
import { readEdgeConfig } from "../src/config.ts";
import { ask, signIn, startEdge } from "./start-edge.ts";

const watchRequest = (bearer: Record<string, string>) => ({
  method: "POST",
  headers: { ...bearer, "content-type": "application/connect+json" },
  body: new Uint8Array([0, 0, 0, 0, 2, 0x7b, 0x7d]),
});

test("stopping ends watching streams at once, and idle connections", async () => {
  const edge = await startEdge({ graceMs: 60_000 });
  const { bearer } = await signIn();
  const watching = await fetch(
    `${edge.origin}/finflow.upload.v1.UploadService/WatchDocuments`,
    watchRequest(bearer),
  );
  const idle = connect(edge.port, "127.0.0.1");
  await new Promise((resolve) => idle.once("connect", resolve));
  await ask(edge, "/health");
  const [clean, text] = await Promise.all([edge.edge.stop(), watching.text()]);
  assert.equal(clean, true);
  assert.match(text, /"code":"unavailable"/);
  await assert.rejects(ask(edge, "/health"));
  await edge.close();
});

test("who waits for a file to be read is told how far it has come, not cut off", async () => {
  const edge = await startEdge({ graceMs: 60_000 });
  const { bearer } = await signIn();
  edge.backend.reading.ends = false;
  const body = new FormData();
  body.append("file", new Blob(["%PDF-1.7"]), "a.pdf");
  const waiting = ask(edge, "/upload?wait=60s", { method: "POST", body, headers: bearer });
  while (![...edge.backend.documents.values()].some(({ polls }) => polls > 0)) {
    await new Promise(setImmediate);
  }
  assert.equal(await edge.edge.stop(), true);
  const { status, json } = await waiting;
  assert.deepEqual([status, json.status], [202, "UPLOADED"]);
  await edge.close();
});

test("what takes longer than the grace is cut off", async () => {
  const edge = await startEdge({ graceMs: 50 });
  const { bearer } = await signIn();
  const slow = ask(edge, "/analytics/summary?search=slow", { headers: bearer }).then(
    ({ status }) => status,
    () => "cut off",
  );
  const asked = () => edge.backend.seen.calls.some(({ header }) => header.get("authorization") !== null);
  while (!asked()) await new Promise(setImmediate);
  assert.equal(await edge.edge.stop(), false);
  assert.equal(await slow, "cut off");
  await edge.close();
});

test("the HTTP port opens when every service answers, and health says which does not", async (t) => {
  let chatbot = false;
  const asked = Promise.withResolvers<void>();
  const starting = startEdge(
    {},
    {
      checks: {
        chatbot: async () => {
          asked.resolve();
          return { answers: chatbot, away: [] };
        },
      },
    },
  );
  await asked.promise;
  chatbot = true;
  const edge = await starting;
  t.after(() => edge.close());
  assert.ok(edge.lines.some((line) => line.includes("waiting for services") && line.includes("chatbot")));
});

test("a service that stays away does not keep the others from being reached; what is done without is named", async (t) => {
  const answering = async () => ({ answers: true, away: [] });
  const checks = {
    ...{ auth: answering, analytics: answering },
    upload: async () => ({ answers: true, away: ["events"] }),
    chatbot: () => Promise.reject(new Error("away")),
  };
  const edge = await startEdge({ waitMs: 100 }, { checks });
  t.after(() => edge.close());
  assert.ok(edge.lines.some((line) => line.includes("serving without services")));
  const { status, json } = await ask(edge, "/health");
  assert.equal(status, 503);
  assert.deepEqual(json, {
    status: "NOT_SERVING",
    services: { auth: "SERVING", upload: "SERVING", analytics: "SERVING", chatbot: "NOT_SERVING" },
    degraded: ["upload/events"],
  });
  const { bearer } = await signIn();
  assert.equal((await ask(edge, "/upload/documents", { headers: bearer })).status, 200);
});

test("a service that stops answering is named, with 503", async (t) => {
  const edge = await startEdge();
  t.after(() => edge.close());
  edge.backend.close();
  let answer = await ask(edge, "/health");
  // An answer is shared for a second.
  while (answer.status === 200) answer = await ask(edge, "/health");
  assert.equal(answer.status, 503);
  assert.deepEqual(answer.json.services, {
    auth: "NOT_SERVING",
    upload: "NOT_SERVING",
    analytics: "NOT_SERVING",
    chatbot: "NOT_SERVING",
  });
  const { bearer } = await signIn();
  const refused = await ask(edge, "/analytics/summary", { headers: bearer });
  assert.equal(refused.status, 503);
  assert.match(refused.json.error.message, /does not answer/);
  assert.doesNotMatch(refused.text, /127\.0\.0\.1|ECONN/);
});

test("a taken port is an error that names it", async (t) => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, "127.0.0.1", resolve));
  t.after(() => taken.close());
  const { port } = taken.address() as { port: number };
  await assert.rejects(startEdge({ grpcPort: port }), (error) => error instanceof ListenError);
});

test("configuration: defaults, and every bad variable by name", () => {
  const config = readEdgeConfig({});
  assert.deepEqual(
    [config.host, config.port, config.grpcPort, config.trustedHops],
    ["127.0.0.1", 8080, 50051, 0],
  );
  assert.deepEqual(
    readEdgeConfig({ FINFLOW_CORS_ORIGINS: "https://a.example, http://b.example:81" }).corsOrigins,
    ["https://a.example", "http://b.example:81"],
  );
  const bad = {
    PORT: "99999",
    FINFLOW_LIMIT_USER: "0",
    FINFLOW_CORS_ORIGINS: "*",
    FINFLOW_TRUSTED_HOPS: "x",
  };
  assert.throws(
    () => readEdgeConfig(bad),
    (error: Error) => Object.keys(bad).every((name) => error.message.includes(name)),
  );
});
