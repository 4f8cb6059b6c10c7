import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { ask, expectError } from "./end-to-end/http.ts";
import { newPerson, type Person } from "./end-to-end/person.ts";
import type { Target } from "./end-to-end/target.ts";
import { type RunningSolo, startSolo, temporaryDataFolder } from "./running-solo.ts";

const minute = 60_000;

/** A server of its own, with the limits that people get. */
describe("limits as they are by default", () => {
  let folder: Awaited<ReturnType<typeof temporaryDataFolder>>;
  let solo: RunningSolo | undefined;
  let target: Target;
  before(async () => {
    folder = await temporaryDataFolder();
    solo = await startSolo({ dataFolder: folder.path, limits: "default" });
    target = { ...solo, dataFolder: folder.path, close: async () => {} };
  });
  after(async () => {
    try {
      await solo?.interrupt();
    } finally {
      await folder.remove();
    }
  });

  test("100 a minute for a user: dear requests take two, asking how far it is takes none", async () => {
    const started = performance.now();
    const person = await newPerson(target);
    const other = await newPerson(target);
    const first = await person.call("GET", "/v1/auth/me");
    assert.equal(first.headers.get("ratelimit-policy"), '"address";q=1000;w=60, "user";q=100;w=60');
    assert.equal(left(first.headers), 99);
    const question = { json: { question: "How much did I spend?" } };
    assert.equal(left((await person.call("POST", "/chatbot/ask", question)).headers), 97);
    const announced = { fileName: "a.pdf", sizeBytes: 10, sha256: "0".repeat(64) };
    const initiated = await person.call("POST", "/upload/initiate", { json: announced });
    assert.equal(left(initiated.headers), 95);
    const { documentId } = initiated.body as { documentId: string };
    const status = () => person.call("GET", `/upload/status/${documentId}`);
    assert.equal(left((await status()).headers), 95, "asking for a document's status is free");

    const statuses = await Promise.all(Array.from({ length: 95 }, () => me(person)));
    assert.deepEqual(new Set(statuses.map(({ status }) => status)), new Set([200]));
    const refused = await me(person);
    const tooLong = performance.now() - started > minute;
    assert.ok(
      !tooLong,
      "this machine took a minute for a hundred requests: nothing can be said of the limit",
    );
    assert.equal(expectError(refused, 429, "RESOURCE_EXHAUSTED").reason, "RATE_LIMITED");
    assert.equal(left(refused.headers), 0);
    const wait = Number(refused.headers.get("retry-after"));
    assert.ok(Number.isInteger(wait) && wait >= 1 && wait <= 61, `Retry-After: ${wait}`);
    assert.equal((await status()).status, 200, "still free");
    assert.equal((await me(other)).status, 200, "others have their own");
  });

  test("1000 a minute for an address, whoever asks; static files and other addresses' limits apart", async () => {
    const started = performance.now();
    let refused = await ask(target, "GET", "/health");
    for (let sent = 1; refused.status !== 429 && sent < 1_100; ) {
      const answers = await Promise.all(Array.from({ length: 20 }, () => ask(target, "GET", "/health")));
      sent += answers.length;
      refused = answers.find(({ status }) => status === 429) ?? refused;
    }
    assert.ok(performance.now() - started < minute, "this machine took a minute: nothing can be said");
    const { reason } = expectError(refused, 429, "RESOURCE_EXHAUSTED");
    assert.equal(reason, "RATE_LIMITED");
    assert.match(refused.text, /address/);
    const login = { json: { email: "a@example.com", password: "a pass phrase" } };
    expectError(await ask(target, "POST", "/v1/auth/login", login), 429, "RESOURCE_EXHAUSTED");
    assert.notEqual((await ask(target, "GET", "/docs.css")).status, 429, "static files are free");
  });
});

const me = (person: Person) => person.call("GET", "/v1/auth/me");

/** What the RateLimit header says is left of the user's. */
function left(headers: Headers): number {
  return Number(/"user";r=(\d+)/.exec(headers.get("ratelimit") ?? "")?.[1]);
}
