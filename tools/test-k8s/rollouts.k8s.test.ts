import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { istioctlProgram } from "./programs/istio.ts";
import { unlessMissing } from "./programs/or-skip.ts";
import {
  aBusyServiceGetsTwoMoreInAMinute,
  aCalmServiceKeepsItsPods,
  anAutoscalerWithoutBounds,
  memoryCountsToo,
} from "./rollouts/autoscaling.ts";
import { type Cluster, clusterPrograms, startCluster } from "./rollouts/cluster.ts";
import { aZoneIsDrained, drainsLeaveOne, withoutBudgetNoneIsLeft } from "./rollouts/drains.ts";
import { aZoneIsLost } from "./rollouts/lost-zone.ts";
import {
  aMigrationThatFails,
  besideAnotherSidecarNoneEnds,
  migrationsEndBesideTheirSidecar,
} from "./rollouts/migrations.ts";
import {
  aStrategyThatLetsOneGoFirst,
  oneServiceAlone,
  podsThatNeverBecomeReady,
} from "./rollouts/rolling.ts";
import { everythingComesUp, sixAreTwoInEachZone } from "./rollouts/spread.ts";

let folder: string;
let cluster: Cluster;
let missing: string | undefined;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "rollouts-"));
  missing = await unlessMissing("rollouts", async () => {
    await clusterPrograms();
    await istioctlProgram();
    cluster = await startCluster(folder);
  });
});
after(async () => {
  await cluster?.stop();
  await rm(folder, { recursive: true, force: true });
});

/** One cluster, in this order: each leaves it as it found it, but for the release of auth. */
const what: Record<string, (cluster: Cluster) => Promise<void>> = {
  "production comes up: migrations end, every service gets two replicas, each in a zone of its own":
    everythingComesUp,
  "six replicas are two in each zone, whatever else draws them to one": sixAreTwoInEachZone,
  "a service is released alone: never fewer than two serve, never more than three are there, others are left alone":
    oneServiceAlone,
  "a strategy that lets one go first is noticed": aStrategyThatLetsOneGoFirst,
  "pods that never become ready: the release stops, those before it serve on and are what is wanted again":
    podsThatNeverBecomeReady,
  "migrations end beside the sidecar that Istio gives them, which Pod Security admits":
    migrationsEndBesideTheirSidecar,
  "beside a sidecar of the other kind none ends": besideAnotherSidecarNoneEnds,
  "a migration that fails is seen as soon as it has: nothing is released": aMigrationThatFails,
  "evictions and drains leave one of two, where there is no room for another": drainsLeaveOne,
  "without a budget none is left": withoutBudgetNoneIsLeft,
  "a zone is drained where there is room": aZoneIsDrained,
  "a zone is lost: the others take its pods, six as three and three; by Kubernetes' default they would not":
    aZoneIsLost,
  "a service that uses twice its CPU gets two more pods in a minute, and two more in the next":
    aBusyServiceGetsTwoMoreInAMinute,
  "a calm one keeps them for now": aCalmServiceKeepsItsPods,
  "memory counts too": memoryCountsToo,
  "an autoscaler without these bounds is noticed": anAutoscalerWithoutBounds,
};

console.error("rollouts: nodes are simulated by kwok, which says what their pods use; no container runs");

for (const [title, happens] of Object.entries(what))
  test(title, async (t) => {
    if (missing) return t.skip(missing);
    await happens(cluster);
  });
