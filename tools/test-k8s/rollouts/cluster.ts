import { get } from "node:https";
import { join } from "node:path";
import { freePorts } from "@finflow/local-servers/ports";
import { type ServerProcess, startProcess } from "@finflow/local-servers/server-process";
import { type Admission, admissionBy } from "../cluster/admission.ts";
import { type ApiServer, accountsKey, apiServerPrograms, startApiServer } from "../cluster/api-server.ts";
import {
  controllersProgram,
  kwokFiles,
  kwokProgram,
  metricsServerProgram,
  schedulerProgram,
} from "../programs/controllers.ts";
import { prepareUsage, startMetricsServer } from "./usage.ts";
import { nodeManifests, startZone, type Zone, zones } from "./zones.ts";

export type Cluster = {
  readonly api: ApiServer;
  readonly admission: Admission;
  /** For files of a test. */
  readonly folder: string;
  /** All kubelets of a zone at once, without a word. */
  lose(zone: Zone): Promise<void>;
  find(zone: Zone): Promise<void>;
  stop(): Promise<void>;
};

/** What a machine needs for it; each is fetched or built the first time. */
export async function clusterPrograms(): Promise<void> {
  await apiServerPrograms();
  for (const program of [controllersProgram, schedulerProgram, kwokProgram, kwokFiles, metricsServerProgram])
    await program();
}

/** Shorter than what Kubernetes comes with, so that tests need not wait as long; in seconds. */
const patience = { lostNode: 20, podsOfLostNodes: 5, autoscaler: 3 };

/**
 * Kubernetes' own API server, controllers and scheduler, and six nodes in three zones for which kwok speaks: what is
 * decided is decided as in any cluster, and what a kubelet would run is only said to run.
 */
export async function startCluster(folder: string): Promise<Cluster> {
  const api = await startApiServer(folder, {
    controllers: true,
    flags: [
      // Lists as streams need an etcd that reports its progress, newer than the pinned one.
      "--feature-gates=WatchList=false",
      `--default-unreachable-toleration-seconds=${patience.podsOfLostNodes}`,
      `--default-not-ready-toleration-seconds=${patience.podsOfLostNodes}`,
    ],
  });
  const running: ServerProcess[] = [
    await startController(folder, "kube-controller-manager", await controllersProgram(), [
      ...[`--kubeconfig=${api.kubeconfig}`, "--leader-elect=false"],
      `--service-account-private-key-file=${join(folder, accountsKey)}`,
      ...["--node-monitor-period=1s", `--node-monitor-grace-period=${patience.lostNode}s`],
      ...[`--horizontal-pod-autoscaler-sync-period=${patience.autoscaler}s`],
    ]),
    await startController(folder, "kube-scheduler", await schedulerProgram(), [
      ...[`--kubeconfig=${api.kubeconfig}`, "--leader-elect=false"],
    ]),
  ];
  const admission = await admissionBy(api, folder);
  await prepareUsage(api, admission);
  await admission.apply(nodeManifests());
  const kubelets = new Map<Zone, ServerProcess>();
  const find = async (zone: Zone) => {
    kubelets.set(zone, await startZone(folder, api.kubeconfig, zone));
  };
  for (const zone of zones) await find(zone);
  await api.kubectl(["wait", "--for=condition=Ready", "node", "--all", "--timeout=60s"]);
  running.push(await startMetricsServer(folder, api, admission));
  return {
    api,
    admission,
    folder,
    find,
    async lose(zone) {
      await kubelets.get(zone)?.kill();
      kubelets.delete(zone);
    },
    async stop() {
      await Promise.all([...kubelets.values(), ...running].map((one) => one.kill()));
      await api.stop();
    },
  };
}

async function startController(
  folder: string,
  name: string,
  program: string,
  args: readonly string[],
): Promise<ServerProcess> {
  const [port = 0] = await freePorts(1);
  return startProcess({
    ...{ name, program, folder },
    args: [...args, "--bind-address=127.0.0.1", `--secure-port=${port}`, `--cert-dir=${join(folder, name)}`],
    isReady: () => isHealthy(port),
  });
}

/** Its certificate is its own. */
function isHealthy(port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const request = get({ host: "127.0.0.1", port, path: "/healthz", rejectUnauthorized: false }, (reply) => {
      reply.resume();
      resolve(reply.statusCode === 200);
    });
    request.on("error", reject);
  });
}
