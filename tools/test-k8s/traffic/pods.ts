import { execFile } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { promisify } from "node:util";

const run = promisify(execFile);

/** The group that a pod's Envoy runs as: its own connections are not sent to it again. */
export const proxyGroup = "1337";
/** Ports of a pod that are reached past its Envoy: Envoy's own, and what a test tells a process by. */
export const envoyPort = 15_000;
export const controlPort = 9_000;

/** The node's address, as pods see it: the control plane and the stores are there. */
export const node = "10.1.0.1";

/**
 * `app` is its service account too. What a gateway's pod takes is what it listens on: nothing is redirected. A caller's
 * pod has that service's identity, and no process that anybody could call.
 */
export type Pod = { name: string; app: string; address: string; isGateway?: true; isCaller?: true };

/** Somebody's machine: it knows one name, and nothing of the mesh. */
export type Outside = { name: string; address: string };

/** Where a pod is: gateways have a namespace of their own, and with it the certificate's key. */
export function namespaceOf({ isGateway }: Pod): string {
  return isGateway ? "istio-ingress" : "finflow";
}

/**
 * Runs once, in a namespace of this process alone: a bridge for pods to be on, and a place for their namespaces that
 * is gone with it.
 */
export async function setUpNode(): Promise<void> {
  await mkdir("/run/netns", { recursive: true });
  await run("mount", ["-t", "tmpfs", "tmpfs", "/run/netns"]);
  // What is here of a pod stands in place of what is in /etc for its processes.
  await mkdir("/etc/netns", { recursive: true });
  await run("mount", ["-t", "tmpfs", "tmpfs", "/etc/netns"]);
  await ip("link set lo up");
  await ip("link add pods type bridge");
  await ip(`addr add ${node}/16 dev pods`);
  await ip("link set pods up");
}

/** A network namespace as a pod has it, with all that comes and goes sent through ports 15006 and 15001 of Envoy. */
export async function addPod(pod: Pod): Promise<void> {
  await addOutside(pod);
  for (const rule of pod.isGateway ? [] : redirections) {
    await run("ip", ["netns", "exec", pod.name, "iptables", "-w", "-t", "nat", "-A", ...rule.split(" ")]);
  }
}

export async function addOutside({ name, address }: Outside): Promise<void> {
  await ip(`netns add ${name}`);
  // Interfaces have names of 15 characters at most.
  await ip(`link add ${name}-pod type veth peer name eth0 netns ${name}`);
  await ip(`link set ${name}-pod master pods up`);
  await ip(`-n ${name} link set lo up`);
  await ip(`-n ${name} addr add ${address}/16 dev eth0`);
  await ip(`-n ${name} link set eth0 up`);
  // Addresses of services are nobody's, and need a way out for a connection to begin.
  await ip(`-n ${name} route add default via ${node}`);
}

/** Names that processes which start there from now on know, in a cluster's DNS's place. */
export async function tellNames(
  { name }: Outside,
  addresses: Readonly<Record<string, string>>,
): Promise<void> {
  await mkdir(`/etc/netns/${name}`);
  const lines = Object.entries(addresses).map(([host, address]) => `${address} ${host}\n`);
  await writeFile(`/etc/netns/${name}/hosts`, `127.0.0.1 localhost\n${lines.join("")}`);
}

/** As Istio's own init container or CNI plugin sets them up, in the same order. */
const redirections: readonly string[] = [
  `PREROUTING -p tcp -m multiport ! --dports ${envoyPort},${controlPort} -j REDIRECT --to-ports 15006`,
  // What Envoy passes to the process beside it.
  "OUTPUT -p tcp -s 127.0.0.6/32 -o lo -j RETURN",
  // Envoy calling its own pod, by the service: as if from outside.
  `OUTPUT -p tcp -o lo ! -d 127.0.0.1/32 -m owner --gid-owner ${proxyGroup} -j REDIRECT --to-ports 15006`,
  "OUTPUT -p tcp -o lo -j RETURN",
  `OUTPUT -p tcp -m owner --gid-owner ${proxyGroup} -j RETURN`,
  "OUTPUT -p tcp -d 127.0.0.1/32 -j RETURN",
  "OUTPUT -p tcp -j REDIRECT --to-ports 15001",
];

/** Has a pod find, at a port of its own loopback, what the node has at another of its ports. */
export async function reachAsLocal({ name }: Pod, port: number, at: number): Promise<void> {
  const within = (...command: string[]) => run("ip", ["netns", "exec", name, ...command]);
  await within("sh", "-c", "echo 1 > /proc/sys/net/ipv4/conf/all/route_localnet");
  const nat = (rule: string) => within("iptables", "-w", "-t", "nat", ...rule.split(" "));
  await nat(`-I OUTPUT -p tcp -d 127.0.0.1/32 --dport ${port} -j DNAT --to-destination ${node}:${at}`);
  await nat(`-A POSTROUTING -p tcp -d ${node}/32 --dport ${at} -j MASQUERADE`);
}

/** How a program is started within a pod. */
export function within(
  { name }: Outside,
  program: string,
  ...args: string[]
): { program: string; args: string[] } {
  return { program: "ip", args: ["netns", "exec", name, program, ...args] };
}

async function ip(command: string): Promise<void> {
  await run("ip", command.split(" "));
}
