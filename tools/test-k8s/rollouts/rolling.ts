import assert from "node:assert/strict";
import { until } from "../until.ts";
import type { Cluster } from "./cluster.ts";
import {
  type Change,
  namesOf,
  namespace,
  objectOf,
  objectsOf,
  patch,
  serving,
  withCopy,
} from "./production.ts";
import { deliver, imageOf } from "./releases.ts";
import { podsOfService, type Seen, watchWhile } from "./serving.ts";

const second = imageOf("auth", "second");

/** What a strategy of one more, and none less, allows for two replicas. */
function assertNeverFewer({ fewest, most }: Seen): void {
  assert.ok(fewest >= 2, `there were ${fewest} that served`);
  assert.ok(most <= 3, `there were ${most}`);
}

async function imagesServing(cluster: Cluster, service: string): Promise<string[]> {
  return (await serving(cluster, service)).map(({ spec }) => spec.containers[0].image as string);
}

export async function oneServiceAlone(cluster: Cluster): Promise<void> {
  const before = await allBut(cluster, "auth");
  const seen = await watchWhile(cluster, "auth", async () => {
    const { code, said } = await deliver(cluster, { images: { auth: second } });
    assert.equal(code, 0, said);
  });
  assertNeverFewer(seen);
  assert.deepEqual(await imagesServing(cluster, "auth"), [second, second]);
  assert.deepEqual(await allBut(cluster, "auth"), before);
}

/** What would change if anybody touched the others. */
async function allBut(cluster: Cluster, one: string) {
  const others = (await namesOf("Deployment")).filter((service) => service !== one);
  const deployments = (await objectsOf(cluster, "deployment")).filter(({ metadata }) =>
    others.includes(metadata.name),
  );
  const pods = await Promise.all(others.map((service) => podsOfService(cluster, service)));
  return {
    generations: deployments.map(({ metadata }) => [
      metadata.name,
      "generation" in metadata && metadata.generation,
    ]),
    pods: pods.flatMap((those) => those.map(({ metadata }) => metadata.name)).toSorted(),
  };
}

export async function aStrategyThatLetsOneGoFirst(cluster: Cluster): Promise<void> {
  const change: Change = ({ spec }) => {
    spec.strategy.rollingUpdate = { maxSurge: 0, maxUnavailable: 1 };
  };
  await withCopy(cluster, { of: "auth", replicas: 2, change }, async (copy) => {
    const seen = await watchWhile(cluster, copy, () => updated(cluster, copy));
    assert.throws(() => assertNeverFewer(seen), /there were 1 that served/);
  });
}

async function updated({ api }: Cluster, name: string): Promise<void> {
  const deployment = [`deployment/${name}`, "-n", namespace];
  await api.kubectl(["set", "image", ...deployment, `finflow=${second}`]);
  await api.kubectl(["rollout", "status", ...deployment, "--timeout=120s"]);
}

export async function podsThatNeverBecomeReady(cluster: Cluster): Promise<void> {
  const bad = imageOf("auth", "third", "never-ready");
  // Kubernetes gives it ten minutes.
  await patch(cluster, "deployment", "auth", { spec: { progressDeadlineSeconds: 15 } });
  const imageWanted = async () => {
    const { spec } = await objectOf(cluster, "deployment", "auth");
    return spec.template.spec.containers[0].image as string;
  };
  const tried = async (without?: string) => {
    const seen = await watchWhile(cluster, "auth", async () => {
      const { code, said } = await deliver(cluster, { images: { auth: bad }, without });
      assert.equal(code, 1, said);
      assert.match(said, /auth did not come up; the one before it is taken back/);
    });
    assertNeverFewer(seen);
    assert.ok(seen.images.has(bad), "a pod of it was there");
    assert.deepEqual(await imagesServing(cluster, "auth"), [second, second]);
  };
  await tried("rollout undo");
  assert.equal(await imageWanted(), bad, "what was not taken back is still wanted");
  await tried();
  assert.equal(await imageWanted(), second);
  await cluster.api.kubectl(["rollout", "status", "deployment/auth", "-n", namespace, "--timeout=60s"]);
  await until(
    "nothing is left of it",
    async () => (await podsOfService(cluster, "auth")).length === 2,
    60_000,
  );
}
