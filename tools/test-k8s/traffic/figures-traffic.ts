import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { Code } from "@connectrpc/connect";
import { until } from "../until.ts";
import { refused as message, running, somebody, whileChanged } from "./running.ts";
import type { Caller } from "./scenario.ts";

const refused = { code: Code.PermissionDenied, message };
let token: string;

/** A figure that a caller's Envoy has of a service. */
function stat({ sidecar }: Caller, service: "analytics" | "upload", name: string): Promise<number> {
  const port = service === "analytics" ? 3002 : 3000;
  const cluster = `^cluster\\.outbound\\|${port}\\|\\|${service}\\.finflow\\.svc\\.cluster\\.local;?\\.`;
  return sidecar.stat(new RegExp(`${cluster}${name}$`));
}

test("edge and chatbot get figures, each by the RPCs that its rule names, for a user", async () => {
  const { edge, chatbot } = running();
  const registered = await edge.call(somebody());
  assert.equal(registered.code, 0, registered.message);
  token = registered.message;
  await until(
    "analytics answers",
    async () => (await edge.call({ rpc: "summary", token })).code === 0,
    30_000,
  );
  // Its rule lets it through; what analytics then says of it is its own.
  assert.notEqual((await edge.call({ rpc: "export", token })).message, message);
  assert.equal((await chatbot.call({ rpc: "summary", token })).code, 0);
  assert.deepEqual(await chatbot.call({ rpc: "export", token }), refused);
  assert.deepEqual(await edge.call({ rpc: "summary" }), refused);
  assert.deepEqual(await chatbot.call({ rpc: "summary" }), refused);
});

test("upload's internal stream is for those who build figures of it, and not for edge, whatever it brings", async () => {
  const { edge, chatbot, besideAnalytics } = running();
  assert.deepEqual(await besideAnalytics.call({ rpc: "userRows" }), { code: 0, message: "1" });
  assert.deepEqual(await chatbot.call({ rpc: "userRows" }), { code: 0, message: "1" });
  assert.deepEqual(await edge.call({ rpc: "userRows", token }), refused);
  assert.equal((await edge.call({ rpc: "documents", token })).code, 0);
});

test("the stream is not cut, however long it takes, and would be by a timeout in its rule", async () => {
  const { besideAnalytics, upload } = running();
  const after = async (ms: number) => {
    upload.way.hold();
    const heard = besideAnalytics.call({ rpc: "userRows" });
    await sleep(ms);
    upload.way.letGo();
    return heard;
  };
  // Longer than a try of what does not stream may take, and than what proxies allow unless told otherwise: 15 s.
  assert.deepEqual(await after(17_000), { code: 0, message: "1" });
  const bounded = (spec: { http?: unknown }) => {
    const at = (spec.http as { name: string }[]).findIndex(({ name }) => name === "stream-may-be-repeated");
    return [{ op: "add", path: `/spec/http/${at}/timeout`, value: "1s" }];
  };
  await whileChanged("virtualservice", "upload", bounded, () =>
    until("it is cut", async () => (await after(3_000)).code !== 0, 60_000),
  );
  await until("it is whole", async () => (await after(0)).code === 0, 30_000);
});

test("with PostgreSQL away, upload's reads are tried again, and a write is made once", async () => {
  const { edge, upload } = running();
  const counts = async () => ({
    retries: await stat(edge, "upload", "upstream_rq_retry"),
    tries: await stat(edge, "upload", "upstream_rq_total"),
  });
  await upload.way.shut();
  try {
    const before = await counts();
    assert.equal((await edge.call({ rpc: "documents", token })).code, Code.Unavailable);
    const read = await counts();
    assert.deepEqual(read, { retries: before.retries + 3, tries: before.tries + 4 });
    assert.equal((await edge.call({ rpc: "retryDocument", token })).code, Code.Unavailable);
    assert.deepEqual(await counts(), { retries: read.retries, tries: read.tries + 1 });
  } finally {
    await upload.way.open();
  }
  await until("it is back", async () => (await edge.call({ rpc: "documents", token })).code === 0, 30_000);
});

test("with MongoDB away reads answer UNAVAILABLE in time, uploads go on, and no replica is left alone for it", async () => {
  const { edge, analytics } = running();
  const failing = () =>
    stat(edge, "analytics", "outlier_detection\\.ejections_detected_consecutive_gateway_failure");
  const before = await failing();
  const tries = await stat(edge, "analytics", "upstream_rq_total");
  for (const { way } of analytics) await way.shut();
  try {
    const answers = await Promise.all(Array.from({ length: 8 }, () => edge.call({ rpc: "summary", token })));
    for (const { code, message: said } of answers) {
      assert.equal(code, Code.Unavailable, said);
      assert.equal(said, "figures cannot be reached at the moment");
    }
    // Each replica failed more than three times as often as a dead one would have to.
    assert.equal((await stat(edge, "analytics", "upstream_rq_total")) - tries, 8 * 4);
    assert.equal(await failing(), before);
    assert.equal((await edge.call({ rpc: "documents", token })).code, 0);
  } finally {
    for (const { way } of analytics) await way.open();
  }
  await until(
    "figures are back",
    async () => (await edge.call({ rpc: "summary", token })).code === 0,
    30_000,
  );
});
