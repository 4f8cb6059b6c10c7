import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { createClosing } from "../src/closing.ts";
import { createRemoteHealth } from "../src/remote-health.ts";
import { serveGrpc } from "../src/serve-grpc.ts";
import { hosted, hostOptions } from "./hosted.ts";

test("a process says over gRPC whether it can do its work, and what it does without", async (t) => {
  const away = new Set<string>();
  const checkOf = (name: string, isOptional: boolean) => ({
    name,
    isOptional,
    check: async () => {
      if (away.has(name)) throw new Error("away");
    },
  });
  const checks = [checkOf("postgres", false), checkOf("events", true)];
  const host = await serveGrpc([hosted({}, { checks }).service], {
    ...hostOptions(),
    host: "127.0.0.1",
    port: 0,
  });
  t.after(() => host.stop());
  const { opens, close } = createClosing();
  t.after(close);
  const health = createRemoteHealth(`127.0.0.1:${host.port}`, ["events", "jobs"], opens);
  const until = async (wanted: Awaited<ReturnType<typeof health>>) => {
    const fits = async () => JSON.stringify(await health()) === JSON.stringify(wanted);
    while (!(await fits())) await pause(50);
  };
  assert.deepEqual(await health(), { answers: true, away: [] });
  away.add("events");
  await until({ answers: true, away: ["events"] });
  away.add("postgres");
  await until({ answers: false, away: ["events"] });
  away.clear();
  await until({ answers: true, away: [] });
  await host.stop();
  assert.deepEqual(await health(), { answers: false, away: [] });
});
