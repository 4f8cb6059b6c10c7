import { randomUUID } from "node:crypto";
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type ServerProcess, startProcess } from "@finflow/local-servers/server-process";
import { root } from "../manifests.ts";
import { type Addresses, type Call, startCaller } from "./caller.ts";
import { type ControlPlane, startControlPlane } from "./control-plane.ts";
import { startDoor } from "./door.ts";
import { type Sidecar, startSidecar } from "./envoy.ts";
import { addPod, type Pod, setUpNode, within } from "./pods.ts";
import { type Real, startStores } from "./stores.ts";
import type { Way } from "./way.ts";

export type Replica = {
  pod: Pod;
  sidecar: Sidecar;
  /** To its database. */
  way: Way;
  process: ServerProcess;
  start(): Promise<void>;
};

/** Somebody in a service's place, or beside its process. */
export type Caller = { sidecar: Sidecar; call: Call };

export type Scenario = {
  readonly control: ControlPlane;
  readonly auth: readonly [Replica, Replica];
  readonly analytics: readonly [Replica, Replica];
  readonly upload: Replica;
  readonly edge: Caller;
  readonly gateway: Pod;
  /** The certificate of who signs the gateway's. */
  readonly root: Buffer;
  readonly chatbot: Caller;
  /** In the pod of analytics' first replica. */
  readonly besideAnalytics: Caller;
  stop(): Promise<void>;
};

const pods = {
  auth0: { name: "auth-0", app: "auth", address: "10.1.1.1" },
  auth1: { name: "auth-1", app: "auth", address: "10.1.1.2" },
  edge0: { name: "edge-0", app: "edge", address: "10.1.2.1" },
  chatbot0: { name: "chatbot-0", app: "chatbot", address: "10.1.3.1" },
  analytics0: { name: "analytics-0", app: "analytics", address: "10.1.4.1" },
  analytics1: { name: "analytics-1", app: "analytics", address: "10.1.4.2" },
  upload0: { name: "upload-0", app: "upload", address: "10.1.5.1" },
  gateway0: { name: "gateway-0", app: "istio-ingressgateway", address: "10.1.6.1", isGateway: true },
} as const satisfies Record<string, Pod>;

/** auth, analytics and upload as themselves, callers in the places of edge and chatbot, each in a pod with its Envoy. */
export async function startScenario(folder: string): Promise<Scenario> {
  await setUpNode();
  for (const pod of Object.values(pods)) await addPod(pod);
  await mkdir(folder, { recursive: true });
  const control = await startControlPlane(folder, Object.values(pods));
  const stores = await startStores(folder);
  const addresses: Addresses = {
    auth: await control.addressOf("auth"),
    analytics: await control.addressOf("analytics"),
    upload: await control.addressOf("upload"),
  };
  // auth first: the others ask for its keys.
  const auth = await Promise.all([startReplica(pods.auth0), startReplica(pods.auth1)]);
  const [analytics0, analytics1, upload, edge, chatbot, gateway] = await Promise.all([
    startReplica(pods.analytics0),
    startReplica(pods.analytics1),
    startReplica(pods.upload0),
    callerIn(pods.edge0),
    callerIn(pods.chatbot0),
    startSidecar(folder, pods.gateway0, control.xds),
    startDoor(folder, pods.edge0),
  ]);
  const analytics = [analytics0, analytics1] as const;
  const besideAnalytics = await callerIn(pods.analytics0, analytics0.sidecar);
  const replicas = [...auth, ...analytics, upload];
  return {
    ...{ control, auth, analytics, upload, edge, chatbot, besideAnalytics },
    gateway: pods.gateway0,
    root: await readFile(join(folder, "root.crt")),
    async stop() {
      await Promise.all(replicas.map(({ process }) => process.stop()));
      const sidecars = [gateway, ...[edge, chatbot, ...replicas].map(({ sidecar }) => sidecar)];
      await Promise.all(sidecars.map((sidecar) => sidecar.stop()));
      await control.api.stop();
      await stores.stop();
    },
  };

  async function callerIn(pod: Pod, known?: Sidecar): Promise<Caller> {
    const sidecar = known ?? (await startSidecar(folder, pod, control.xds));
    return { sidecar, call: await startCaller(folder, pod, addresses, stores.keys.keyOf(pod.app)) };
  }

  async function startReplica(pod: Pod & { app: Real }): Promise<Replica> {
    const sidecar = await startSidecar(folder, pod, control.xds);
    const way = await stores.wayOf(pod.app);
    const environment = {
      ...(await stores.environmentOf(pod.app, pod, way)),
      JWKS_URL: `http://${addresses.auth}:3101/.well-known/jwks.json`,
      UPLOAD_ADDRESS: `${addresses.upload}:3000`,
    };
    const start = () => startService(folder, pod, environment);
    const replica: Replica = {
      ...{ pod, sidecar, way, process: await start() },
      start: async () => {
        replica.process = await start();
      },
    };
    return replica;
  }
}

/** A service as its image starts it. */
function startService(
  folder: string,
  pod: Pod & { app: Real },
  env: Record<string, string>,
): Promise<ServerProcess> {
  const name = `process-${pod.name}-${randomUUID().slice(0, 8)}`;
  const log = join(folder, `${name}.log`);
  return startProcess({
    name,
    folder,
    ...within(pod, process.execPath, join(root, `services/${pod.app}/src/main.ts`)),
    env,
    isReady: async () => (await readFile(log, "utf8")).includes("grpc server listens"),
  });
}
