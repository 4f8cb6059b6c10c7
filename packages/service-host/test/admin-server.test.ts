import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { startAdminServer } from "../src/admin-server.ts";
import type { DependencyCheck } from "../src/hosted-service.ts";
import { ListenError } from "../src/listen-error.ts";
import { createReadiness } from "../src/readiness.ts";
import { hosted, hostOptions } from "./hosted.ts";

async function serve(checks: DependencyCheck[] = []) {
  const options = hostOptions();
  const readiness = createReadiness([hosted({}, { checks }).service], options.logger, options.metrics);
  const handlers = {
    "/.well-known/jwks.json": () =>
      Response.json({ keys: [] }, { headers: { "cache-control": "max-age=300" } }),
    "/broken": () => Promise.reject(new Error("secret")),
  };
  const admin = await startAdminServer({ ...options, host: "127.0.0.1", port: 0, readiness, handlers });
  const get = async (path: string, init?: RequestInit) => {
    const response = await fetch(`http://127.0.0.1:${admin.port}${path}`, init);
    return { status: response.status, text: await response.text(), headers: response.headers };
  };
  return { ...options, admin, readiness, get };
}

describe("the admin port", () => {
  it("is alive from the start, ready once started, and not while draining", async () => {
    const { get, readiness, admin } = await serve();
    assert.equal((await get("/livez")).status, 200);
    assert.equal((await get("/readyz")).status, 503);
    readiness.markStarted();
    const ready = await get("/readyz");
    assert.deepEqual([ready.status, JSON.parse(ready.text)], [200, { status: "ready", dependencies: [] }]);
    readiness.markDraining();
    readiness.markStarted();
    assert.deepEqual(JSON.parse((await get("/readyz")).text).status, "draining");
    assert.equal((await get("/livez")).status, 200);
    await admin.close();
  });

  it("names the dependency that is down, and not why; the log knows, once", async () => {
    const checks = [
      { name: "postgres", check: async () => {} },
      { name: "kafka", check: () => Promise.reject(new Error("broker 10.0.0.1 refused")) },
    ];
    const { get, readiness, admin, lines } = await serve(checks);
    readiness.markStarted();
    const [{ status, text }] = await Promise.all([get("/readyz"), get("/readyz")]);
    assert.equal(status, 503);
    assert.deepEqual(JSON.parse(text).dependencies, [
      { service: "auth", name: "postgres", state: "up" },
      { service: "auth", name: "kafka", state: "down" },
    ]);
    assert.doesNotMatch(text, /10\.0\.0\.1/);
    const metrics = (await get("/metrics")).text;
    assert.match(metrics, /^finflow_dependency_up\{service="auth",dependency="postgres"\} 1$/m);
    assert.match(metrics, /^finflow_dependency_up\{service="auth",dependency="kafka"\} 0$/m);
    assert.equal(lines.filter(({ msg }) => msg === "dependency does not answer").length, 1);
    await admin.close();
  });

  it("is ready without what it can do without, and says that it is away", async () => {
    const away = () => Promise.reject(new Error("away"));
    const { get, readiness, admin } = await serve([{ name: "cache", check: away, isOptional: true }]);
    readiness.markStarted();
    const { status, text } = await get("/readyz");
    assert.equal(status, 200);
    assert.deepEqual(JSON.parse(text).dependencies, [
      { service: "auth", name: "cache", state: "down", optional: true },
    ]);
    await admin.close();
  });

  it("shows metrics, serves more paths, and hides what goes wrong", async () => {
    const { get, admin } = await serve();
    const metrics = await get("/metrics");
    assert.match(metrics.text, /^# TYPE rpc_server_call_duration_seconds histogram$/m);
    assert.match(metrics.text, /^process_cpu_user_seconds_total /m);
    const jwks = await get("/.well-known/jwks.json?x=1");
    assert.deepEqual([jwks.text, jwks.headers.get("cache-control")], ['{"keys":[]}', "max-age=300"]);
    assert.deepEqual([(await get("/broken")).status, (await get("/broken")).text], [500, ""]);
    assert.equal((await get("/nothing")).status, 404);
    assert.equal((await get("/__proto__")).status, 404);
    assert.equal((await get("/livez", { method: "POST" })).status, 405);
    assert.equal((await get("/livez", { method: "HEAD" })).text, "");
    await admin.close();
  });

  it("names a port that is taken", async () => {
    const { admin } = await serve();
    const options = hostOptions();
    const readiness = createReadiness([], options.logger, options.metrics);
    await assert.rejects(
      startAdminServer({ ...options, host: "127.0.0.1", port: admin.port, readiness }),
      (error) => error instanceof ListenError && error.code === "EADDRINUSE",
    );
    await admin.close();
  });
});
