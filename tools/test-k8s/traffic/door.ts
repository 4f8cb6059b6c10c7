import { join } from "node:path";
import { startProcess } from "@finflow/local-servers/server-process";
import { render } from "../manifests.ts";
import { environmentOf } from "../rules/environment-of.ts";
import { find } from "../rules/rule.ts";
import { type Pod, within } from "./pods.ts";

/** What stands on edge's ports in its pod and says what edge would know of a request. */
export type Seen = { protocol: "http" | "grpc"; address: string };

export async function startDoor(folder: string, pod: Pod): Promise<void> {
  await startProcess({
    name: `door-${pod.name}`,
    folder,
    ...within(pod, process.execPath, join(import.meta.dirname, "door-process.ts")),
    env: { FINFLOW_TRUSTED_HOPS: await trustedHops() },
    isReady: async () => true,
  });
}

/** As production's edge is told. */
async function trustedHops(): Promise<string> {
  const manifests = await render("k8s/overlays/production");
  const [container] = find(manifests, "Deployment", "edge").spec.template.spec.containers;
  return environmentOf(container, manifests).FINFLOW_TRUSTED_HOPS ?? "";
}
