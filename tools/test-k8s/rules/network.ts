import type { Environment, Manifest } from "../manifests.ts";
import { environmentOf, secretVariables } from "./environment-of.ts";
import { find, ofKind, type Rule } from "./rule.ts";
import { deployments, matches, type Workload, workloads } from "./workloads.ts";

/** Where a store listens: outside of the cluster, and in dev. */
const storePorts: Readonly<Record<string, readonly [outside: number, dev: number]>> = {
  DATABASE_URL: [5432, 5432],
  MONGODB_URL: [27017, 27017],
  KAFKA_BROKERS: [9092, 9092],
  REDIS_JOBS_URL: [6379, 6379],
  REDIS_CACHE_URL: [6379, 6379],
  S3_BUCKET: [443, 8333],
};

type Peer = { podSelector?: object; namespaceSelector?: object; ipBlock?: object };
type Port = { port: number };
type PolicyRule = { from?: Peer[]; to?: Peer[]; ports: Port[] };

export const network: Rule = {
  name: "who calls may, and nobody else",
  problems(manifests, environment) {
    const processes = deployments(manifests);
    const nameOf = ({ labels }: Workload) => labels["app.kubernetes.io/name"]!;
    const wanted = new Set(processes.flatMap((each) => callsOf(each, manifests)));
    const allowed = processes.flatMap((from) =>
      processes.flatMap((to) =>
        portsOf(to)
          .filter((port) => sends(from, to, port, manifests) && hears(to, from, port, manifests))
          .map((port) => `${nameOf(from)} → ${nameOf(to)}:${port}`),
      ),
    );
    const half = processes.flatMap((from) =>
      processes.flatMap((to) =>
        portsOf(to)
          .filter((port) => sends(from, to, port, manifests) !== hears(to, from, port, manifests))
          .map((port) => `${nameOf(from)} → ${nameOf(to)}:${port}`),
      ),
    );
    return [
      ...(deniesByDefault(manifests) ? [] : ["nothing is denied by default"]),
      ...[...wanted]
        .filter((call) => !allowed.includes(call))
        .map((call) => `${call} is called and not allowed`),
      ...allowed.filter((call) => !wanted.has(call)).map((call) => `${call} is allowed and not called`),
      ...half.map((call) => `${call} is allowed on one side only`),
      ...workloads(manifests)
        .filter(({ isOurs }) => isOurs)
        .flatMap((each) => storeProblems(each, manifests, environment)),
      ...doorProblems(manifests),
    ];
  },
  slips: [
    {
      name: "no denial by default",
      make: (all) => {
        all.splice(all.indexOf(find(all, "NetworkPolicy", "default-deny")), 1);
      },
    },
    {
      name: "a caller without a way",
      make: (all) => {
        find(all, "NetworkPolicy", "chatbot").spec.egress.pop();
      },
    },
    {
      name: "a sidecar that cannot read the keys by which it verifies tokens",
      make: (all) => {
        find(all, "NetworkPolicy", "auth").spec.egress.pop();
      },
    },
    {
      name: "a caller too many",
      make: (all) => {
        const [worker, analytics] = ["upload-worker", "analytics"].map((name) =>
          find(all, "NetworkPolicy", name),
        );
        const selector = { podSelector: worker!.spec.podSelector };
        analytics!.spec.ingress[0].from.push(selector);
        worker!.spec.egress = [
          { to: [{ podSelector: analytics!.spec.podSelector }], ports: [{ protocol: "TCP", port: 3002 }] },
        ];
      },
    },
    {
      name: "everybody may call",
      make: (all) => {
        find(all, "NetworkPolicy", "upload").spec.ingress.push({ ports: [{ protocol: "TCP", port: 3000 }] });
      },
    },
    {
      name: "a store without a way",
      make: (all) => {
        find(all, "NetworkPolicy", "to-kafka").spec.podSelector.matchExpressions[0].values.shift();
      },
    },
    {
      name: "a door for everybody",
      make: (all) => {
        delete find(all, "NetworkPolicy", "edge").spec.ingress[0].from;
      },
    },
  ],
};

/** Whom its settings name, and whose keys its sidecar reads: `edge → upload:3000`. */
function callsOf({ container, labels }: Workload, manifests: readonly Manifest[]): string[] {
  const told = Object.entries(environmentOf(container, manifests));
  const addresses = told.flatMap(([name, value]) => {
    if (name.endsWith("_ADDRESS")) return [value.replace("dns:///", "")];
    return name === "JWKS_URL" ? [new URL(value).host] : [];
  });
  const keys = ofKind(manifests, "RequestAuthentication")
    .filter(({ spec }) => matches(spec.selector, labels))
    .flatMap(({ spec }) => spec.jwtRules.map(({ jwksUri }: { jwksUri: string }) => new URL(jwksUri).host))
    .map((host: string) => host.replace(".finflow.svc.cluster.local", ""));
  return [...addresses, ...keys].map((address) => `${labels["app.kubernetes.io/name"]} → ${address}`);
}

function portsOf({ container }: Workload): number[] {
  return container.ports.map(({ containerPort }: { containerPort: number }) => containerPort);
}

function policiesOf({ labels }: Workload, manifests: readonly Manifest[]): Manifest[] {
  return ofKind(manifests, "NetworkPolicy").filter(({ spec }) => matches(spec.podSelector, labels));
}

const covers = ({ ports }: PolicyRule, port: number) => ports.some((each) => each.port === port);

function names(peers: Peer[] | undefined, { labels }: Workload): boolean {
  // Without peers everybody is meant.
  if (!peers) return true;
  return peers.some(
    ({ podSelector, namespaceSelector }) => !namespaceSelector && podSelector && matches(podSelector, labels),
  );
}

function sends(from: Workload, to: Workload, port: number, manifests: readonly Manifest[]): boolean {
  const rules: PolicyRule[] = policiesOf(from, manifests).flatMap(({ spec }) => spec.egress ?? []);
  return rules.some((rule) => covers(rule, port) && names(rule.to, to));
}

function hears(to: Workload, from: Workload, port: number, manifests: readonly Manifest[]): boolean {
  const rules: PolicyRule[] = policiesOf(to, manifests).flatMap(({ spec }) => spec.ingress ?? []);
  return rules.some((rule) => covers(rule, port) && names(rule.from, from));
}

function deniesByDefault(manifests: readonly Manifest[]): boolean {
  return ofKind(manifests, "NetworkPolicy").some(
    ({ spec }) =>
      Object.keys(spec.podSelector).length === 0 &&
      ["Ingress", "Egress"].every((type) => spec.policyTypes.includes(type)) &&
      !spec.ingress &&
      !spec.egress,
  );
}

function storeProblems(each: Workload, manifests: readonly Manifest[], environment: Environment): string[] {
  const ports = secretVariables(each.container).flatMap(({ name }) =>
    storePorts[name] ? [storePorts[name][environment === "dev" ? 1 : 0]] : [],
  );
  const rules: PolicyRule[] = policiesOf(each, manifests).flatMap(({ spec }) => spec.egress ?? []);
  const every = [...new Set(Object.values(storePorts).map((pair) => pair[environment === "dev" ? 1 : 0]))];
  return every
    .filter((port) => ports.includes(port) !== rules.some((rule) => covers(rule, port)))
    .map(
      (port) => `${each.name} ${ports.includes(port) ? "has no way to its" : "may reach a"} store at ${port}`,
    );
}

/** From outside of the namespace one door leads in, and metrics are read. */
function doorProblems(manifests: readonly Manifest[]): string[] {
  const door = ["edge 8080 istio-ingress", "edge 50051 istio-ingress", "watching 15020 monitoring"];
  const open = ofKind(manifests, "NetworkPolicy").flatMap(({ metadata, spec }) =>
    ((spec.ingress ?? []) as PolicyRule[]).flatMap(({ from, ports }) =>
      (from ?? [{}])
        .filter(({ podSelector, namespaceSelector }: Peer) => !podSelector || namespaceSelector)
        .flatMap(({ namespaceSelector }) => {
          const where = (namespaceSelector as { matchLabels?: Record<string, string> })?.matchLabels;
          return ports.map(
            ({ port }) => `${metadata.name} ${port} ${where?.["kubernetes.io/metadata.name"]}`,
          );
        }),
    ),
  );
  const same = open.toSorted().join() === door.toSorted().join();
  return same ? [] : [`doors: ${open.join(", ")}`];
}
