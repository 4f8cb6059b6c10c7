import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { Code } from "@connectrpc/connect";
import { until } from "../until.ts";
import { running, somebody, whileChanged } from "./running.ts";

type Provider = { remote_jwks: { async_fetch?: object; cache_duration: string } };
type Rule = {
  configPatches: [{ patch: { value: { typed_config: { providers: { "origins-0": Provider } } } } }];
};

/** analytics' keys are old after a second, and kept or not. */
function agedKeys(areKept: boolean) {
  return (spec: unknown) => {
    const value = structuredClone((spec as Rule).configPatches);
    const { remote_jwks } = value[0].patch.value.typed_config.providers["origins-0"];
    remote_jwks.cache_duration = "1s";
    if (!areKept) delete remote_jwks.async_fetch;
    return [{ op: "replace", path: "/spec/configPatches", value }];
  };
}

test("with auth away, tokens are known by the keys that were there, and would not be if they were not kept", async () => {
  const { edge, auth, analytics } = running();
  let token = "";
  await until(
    "somebody is registered",
    async () => {
      const { code, message } = await edge.call(somebody());
      token = message;
      return code === 0;
    },
    30_000,
  );
  const summary = () => edge.call({ rpc: "summary", token });
  const fetched = (how: "success" | "failed") =>
    analytics[0].sidecar.stat(new RegExp(`jwt_authn\\.jwks_fetch_${how}$`));
  const isFetchedAnew = async () => {
    const before = await fetched("success");
    await summary();
    await sleep(1_100);
    await summary();
    return (await fetched("success")) > before;
  };
  const withAuthAway = (areKept: boolean, work: () => Promise<void>) =>
    whileChanged("envoyfilter", "analytics-keys", agedKeys(areKept), async () => {
      await until("keys are fetched by the second", isFetchedAnew, 60_000);
      await Promise.all(auth.map(({ process }) => process.kill()));
      try {
        await work();
      } finally {
        await Promise.all(auth.map((replica) => replica.start()));
      }
    });

  await withAuthAway(true, async () => {
    const failed = await fetched("failed");
    await until("old keys are asked for in vain", async () => (await fetched("failed")) > failed + 2, 60_000);
    for (let i = 0; i < 10; i++) assert.equal((await summary()).code, 0);
  });
  await withAuthAway(false, () =>
    until(
      "a token is refused for want of keys",
      async () => {
        const { code, message } = await summary();
        assert.ok(code === 0 || message === "Jwks remote fetch is failed", message);
        return code === Code.Unauthenticated;
      },
      60_000,
    ),
  );
  await until("auth is back", async () => (await edge.call({ token })).code === 0, 60_000);
});
