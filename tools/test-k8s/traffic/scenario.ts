import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { ServerProcess } from "@finflow/local-servers/server-process";
import { type Addresses, type Call, startCaller } from "./caller.ts";
import { type ControlPlane, host, startControlPlane } from "./control-plane.ts";
import { type Sidecar, startSidecar } from "./envoy.ts";
import { addOutside, addPod, type Outside, type Pod, setUpNode, tellNames } from "./pods.ts";
import { type App, startService } from "./process.ts";
import { startStores } from "./stores.ts";
import type { Way } from "./way.ts";

export type Replica = {
  pod: Pod;
  sidecar: Sidecar;
  /** To its store. */
  way: Way;
  process: ServerProcess;
  start(): Promise<void>;
};

/** Somebody who is taken for a service: in a pod of its own, or beside the process. */
export type Caller = { sidecar: Sidecar; call: Call };

export type Scenario = {
  readonly control: ControlPlane;
  readonly auth: readonly [Replica, Replica];
  readonly analytics: readonly [Replica, Replica];
  readonly upload: Replica;
  readonly edge: Caller;
  readonly gateway: Pod;
  /** Where the certificate is of who signs the gateway's. */
  readonly rootFile: string;
  readonly root: Buffer;
  readonly person: Outside;
  readonly chatbot: Caller;
  /** In the pod of analytics' first replica. */
  readonly besideAnalytics: Caller;
  stop(): Promise<void>;
};

const pods = {
  auth0: { name: "auth-0", app: "auth", address: "10.1.1.1" },
  auth1: { name: "auth-1", app: "auth", address: "10.1.1.2" },
  edge0: { name: "edge-0", app: "edge", address: "10.1.2.1" },
  edgeCaller: { name: "edge-caller", app: "edge", address: "10.1.2.2", isCaller: true },
  chatbot0: { name: "chatbot-0", app: "chatbot", address: "10.1.3.1" },
  chatbotCaller: { name: "chat-caller", app: "chatbot", address: "10.1.3.2", isCaller: true },
  analytics0: { name: "analytics-0", app: "analytics", address: "10.1.4.1" },
  analytics1: { name: "analytics-1", app: "analytics", address: "10.1.4.2" },
  upload0: { name: "upload-0", app: "upload", address: "10.1.5.1" },
  worker0: { name: "worker-0", app: "upload-worker", address: "10.1.7.1" },
  gateway0: { name: "gateway-0", app: "istio-ingressgateway", address: "10.1.6.1", isGateway: true },
} as const satisfies Record<string, Pod>;

const person: Outside = { name: "person", address: "10.1.8.1" };

/** Every service as itself, each in a pod with its Envoy, and callers beside some; the gateway, and somebody outside. */
export async function startScenario(folder: string): Promise<Scenario> {
  await setUpNode();
  for (const pod of Object.values(pods)) await addPod(pod);
  await addOutside(person);
  await tellNames(person, { [host]: pods.gateway0.address });
  await mkdir(folder, { recursive: true });
  const control = await startControlPlane(folder, Object.values(pods));
  const stores = await startStores(folder);
  const addresses: Addresses = {
    auth: await control.addressOf("auth"),
    analytics: await control.addressOf("analytics"),
    upload: await control.addressOf("upload"),
    chatbot: await control.addressOf("chatbot"),
  };
  for (const pod of Object.values(pods)) await tellNames(pod, addresses);
  // auth first: the others ask for its keys. edge last: it waits for the others.
  const auth = await Promise.all([startReplica(pods.auth0), startReplica(pods.auth1)]);
  const [analytics0, analytics1, upload, worker, chatbot0, edge, chatbot, gateway] = await Promise.all([
    startReplica(pods.analytics0),
    startReplica(pods.analytics1),
    startReplica(pods.upload0),
    startReplica(pods.worker0),
    startReplica(pods.chatbot0),
    callerIn(pods.edgeCaller),
    callerIn(pods.chatbotCaller),
    startSidecar(folder, pods.gateway0, control.xds),
  ]);
  const besideAnalytics = await callerIn(pods.analytics0, analytics0.sidecar);
  const edge0 = await startReplica(pods.edge0);
  const analytics = [analytics0, analytics1] as const;
  const replicas = [edge0, chatbot0, worker, ...auth, ...analytics, upload];
  const rootFile = join(folder, "root.crt");
  return {
    ...{ control, auth, analytics, upload, edge, chatbot, besideAnalytics, person, rootFile },
    gateway: pods.gateway0,
    root: await readFile(rootFile),
    async stop() {
      await Promise.all(replicas.map(({ process }) => process.stop()));
      await Promise.all(
        [gateway, ...replicas.map(({ sidecar }) => sidecar)].map((sidecar) => sidecar.stop()),
      );
      await control.api.stop();
      await stores.stop();
    },
  };

  async function callerIn(pod: Pod, known?: Sidecar): Promise<Caller> {
    const sidecar = known ?? (await startSidecar(folder, pod, control.xds));
    return { sidecar, call: await startCaller(folder, pod, addresses, stores.keys.keyOf(pod.app)) };
  }

  async function startReplica(pod: Pod & { app: App }): Promise<Replica> {
    const sidecar = await startSidecar(folder, pod, control.xds);
    const way = await stores.wayOf(pod.app);
    const told = await stores.environmentOf(pod.app, pod, way);
    const start = () => startService(folder, pod, told);
    const replica: Replica = {
      ...{ pod, sidecar, way, process: await start() },
      start: async () => {
        replica.process = await start();
      },
    };
    return replica;
  }
}
