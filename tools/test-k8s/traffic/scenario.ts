import { randomUUID } from "node:crypto";
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type ServerProcess, startProcess } from "@finflow/local-servers/server-process";
import { root } from "../manifests.ts";
import { type Call, startCaller } from "./caller.ts";
import { type ControlPlane, startControlPlane } from "./control-plane.ts";
import { type Sidecar, startSidecar } from "./envoy.ts";
import { addPod, type Pod, setUpNode, within } from "./pods.ts";
import { startStores } from "./stores.ts";
import type { Way } from "./way.ts";

export type Replica = {
  pod: Pod;
  sidecar: Sidecar;
  way: Way;
  process: ServerProcess;
  start(): Promise<void>;
};

export type Scenario = {
  readonly control: ControlPlane;
  readonly replicas: readonly [Replica, Replica];
  readonly edge: { sidecar: Sidecar; call: Call };
  readonly chatbot: { call: Call };
  stop(): Promise<void>;
};

const [auth0, auth1, edge0, chatbot0]: readonly [Pod, Pod, Pod, Pod] = [
  { name: "auth-0", app: "auth", address: "10.1.1.1" },
  { name: "auth-1", app: "auth", address: "10.1.1.2" },
  { name: "edge-0", app: "edge", address: "10.1.2.1" },
  { name: "chatbot-0", app: "chatbot", address: "10.1.3.1" },
];

/** Two replicas of auth, and somebody in edge's place and in chatbot's, each in a pod with its Envoy. */
export async function startScenario(folder: string): Promise<Scenario> {
  await setUpNode();
  const pods = [auth0, auth1, edge0, chatbot0];
  for (const pod of pods) await addPod(pod);
  await mkdir(folder, { recursive: true });
  const control = await startControlPlane(folder, pods);
  const stores = await startStores(folder);
  const replicas = [await startReplica(auth0), await startReplica(auth1)] as const;
  const address = await control.addressOf("auth");
  const sidecarOf = (pod: Pod) => startSidecar(folder, pod, control.xdsPort);
  const [edge, chatbot] = [await sidecarOf(edge0), await sidecarOf(chatbot0)];
  return {
    control,
    replicas,
    edge: { sidecar: edge, call: await startCaller(folder, edge0, address) },
    chatbot: { call: await startCaller(folder, chatbot0, address) },
    async stop() {
      for (const { process } of replicas) await process.stop();
      for (const sidecar of [edge, chatbot, ...replicas.map((replica) => replica.sidecar)])
        await sidecar.stop();
      await control.api.stop();
      await stores.stop();
    },
  };

  async function startReplica(pod: Pod): Promise<Replica> {
    const sidecar = await startSidecar(folder, pod, control.xdsPort);
    const way = await stores.way();
    const environment = await stores.environmentOf(pod, way);
    const start = () => startAuth(folder, pod, environment);
    const replica: Replica = {
      ...{ pod, sidecar, way, process: await start() },
      start: async () => {
        replica.process = await start();
      },
    };
    return replica;
  }
}

/** auth as its image starts it. */
function startAuth(folder: string, pod: Pod, env: Record<string, string>): Promise<ServerProcess> {
  const name = `process-${pod.name}-${randomUUID().slice(0, 8)}`;
  const log = join(folder, `${name}.log`);
  return startProcess({
    name,
    folder,
    ...within(pod, process.execPath, join(root, "services/auth/src/main.ts")),
    env,
    isReady: async () => (await readFile(log, "utf8")).includes("grpc server listens"),
  });
}
