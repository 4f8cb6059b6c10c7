import assert from "node:assert/strict";
import { type Manifest, render } from "../manifests.ts";
import { until } from "../until.ts";
import type { Cluster } from "./cluster.ts";
import { injected } from "./injection.ts";
import { firstImages, namespace, objectOf, objectsOf, patch, serving } from "./production.ts";
import { deliver, imageOf } from "./releases.ts";
import { podsOfService } from "./serving.ts";

const migration = "upload-migrate";

export async function migrationsEndBesideTheirSidecar(cluster: Cluster): Promise<void> {
  const jobs = (await render("k8s/overlays/production")).filter(({ kind }) => kind === "Job");
  const wanted = jobs.map((job) => runnable(job, "beside", "true"));
  const made = (await injected(cluster, wanted)).filter(({ kind }) => kind === "Job");
  assert.equal(made.length, jobs.length);
  await cluster.admission.apply(made);
  for (const { metadata, spec } of made) {
    assert.ok(
      sidecarOf(spec.template.spec.initContainers),
      `${metadata.name} has a sidecar that starts first`,
    );
    await cluster.api.kubectl([
      ...["wait", "--for=condition=complete", `job/${metadata.name}`, "-n", namespace, "--timeout=60s"],
    ]);
    await cluster.api.kubectl(["delete", "job", metadata.name, "-n", namespace]);
  }
}

/** As it would be without `nativeSidecar` in an installation that does not make all of them so. */
export async function besideAnotherSidecarNoneEnds(cluster: Cluster): Promise<void> {
  const job = (await render("k8s/overlays/production")).find(({ metadata }) => metadata.name === migration);
  assert.ok(job);
  const [made] = await injected(cluster, [runnable(job, "held-up", "false")]);
  assert.ok(made && sidecarOf(made.spec.template.spec.containers));
  await cluster.admission.apply([made]);
  const name = made.metadata.name;
  const ended = async () => {
    const pods = await podsOfService(cluster, migration);
    const pod = pods.find((one) => one.metadata.name.startsWith(name));
    const states: { name: string; state: object }[] = pod?.status?.containerStatuses ?? [];
    return states.some((one) => one.name === "finflow" && "terminated" in one.state);
  };
  await until("the migration itself has ended", ended, 60_000);
  const wait = ["wait", "--for=condition=complete", `job/${name}`, "-n", namespace, "--timeout=10s"];
  await assert.rejects(cluster.api.kubectl(wait), /timed out/);
  await cluster.api.kubectl(["delete", "job", name, "-n", namespace]);
}

function runnable(job: Manifest, suffix: string, native: "true" | "false"): Manifest {
  const copy = structuredClone(job);
  copy.metadata.name = `${job.metadata.name}-${suffix}`;
  const { metadata, spec } = copy.spec.template;
  assert.equal(metadata.annotations["sidecar.istio.io/nativeSidecar"], "true");
  metadata.annotations["sidecar.istio.io/nativeSidecar"] = native;
  spec.containers[0].image = firstImages[job.metadata.name.replace("-migrate", "")];
  return copy;
}

function sidecarOf(containers: readonly { name: string }[] | undefined) {
  return containers?.find(({ name }) => name === "istio-proxy");
}

export async function aMigrationThatFails(cluster: Cluster): Promise<void> {
  const generations = async () =>
    (await objectsOf(cluster, "deployment")).map(
      ({ metadata }) => "generation" in metadata && metadata.generation,
    );
  const before = await generations();
  const began = performance.now();
  const delivery = deliver(cluster, { images: { upload: imageOf("upload", "second", "migration-fails") } });
  const failing = async () => {
    const jobs = (await objectsOf(cluster, "job")).filter(({ metadata }) => metadata.name === migration);
    return jobs.some(({ status }) => status.failed > 0);
  };
  await until("the migration has failed once", failing, 60_000);
  // Kubernetes tries it seven times, for ten minutes.
  await patch(cluster, "job", migration, { spec: { backoffLimit: 0 } });
  const { code, said } = await delivery;
  assert.equal(code, 1, said);
  assert.match(said, /upload-migrate failed: BackoffLimitExceeded/);
  assert.ok(performance.now() - began < 120_000, "nobody waits for what has failed");
  assert.equal((await objectOf(cluster, "job", migration)).status.succeeded, undefined);
  assert.deepEqual(await generations(), before);
  assert.equal((await serving(cluster, "upload")).length, 2);
}
