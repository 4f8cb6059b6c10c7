import { environmentOf } from "./environment-of.ts";
import { find, type Rule } from "./rule.ts";
import { deployments, workloads } from "./workloads.ts";

const probes = ["startupProbe", "livenessProbe", "readinessProbe"] as const;

/** What `runProcess` takes at most after the grace for what is under way, in seconds. */
const closingSeconds = 10;

/** From a pod's first second to its last. */
export const life: Rule = {
  name: "pods are asked how they are, come one after the other, and have the time to go",
  problems: (manifests, environment) => [
    ...deployments(manifests).flatMap(({ owner, name, pod, container, labels }) => {
      const ports = new Map<string | number, number>(
        container.ports.flatMap(({ name: port, containerPort }: { name: string; containerPort: number }) => [
          [port, containerPort],
          [containerPort, containerPort],
        ]),
      );
      const asked = probes.filter((probe) => container[probe]);
      const portOf = (probe: (typeof probes)[number]) => {
        const { grpc, httpGet, tcpSocket } = container[probe];
        return (grpc ?? httpGet ?? tcpSocket).port;
      };
      const grace = Number(environmentOf(container, manifests).FINFLOW_GRACE_MS) / 1000;
      const preStop = container.lifecycle?.preStop?.sleep?.seconds ?? 0;
      const drain = preStop + grace + closingSeconds;
      const spread = pod.topologySpreadConstraints?.find(
        ({ topologyKey }: { topologyKey: string }) => topologyKey === "topology.kubernetes.io/zone",
      );
      const { maxSurge, maxUnavailable } = owner.spec.strategy?.rollingUpdate ?? {};
      const lacks: [boolean, string][] = [
        ...probes.map((probe): [boolean, string] => [asked.includes(probe), `has no ${probe}`]),
        ...asked.map((probe): [boolean, string] => [
          ports.has(portOf(probe)),
          `has a ${probe} of a port it has not`,
        ]),
        // The whole server's health follows its stores: those who restart for it restart all replicas at once.
        ...asked.map((probe): [boolean, string] => [
          (container[probe].grpc?.service ?? "process") === "process",
          `asks its stores by ${probe}`,
        ]),
        [
          !ports.has("grpc") || container.livenessProbe?.grpc?.port === ports.get("grpc"),
          "is not asked by gRPC",
        ],
        [preStop > 0, "goes before its callers know"],
        [pod.terminationGracePeriodSeconds > drain, `is killed before the ${drain} s that stopping may take`],
        [maxUnavailable === 0 && maxSurge > 0, "is less while it is replaced"],
        [
          spread?.whenUnsatisfiable === (environment === "dev" ? "ScheduleAnyway" : "DoNotSchedule") &&
            spread.labelSelector.matchLabels["app.kubernetes.io/name"] === labels["app.kubernetes.io/name"],
          "may have all replicas in one zone",
        ],
      ];
      return lacks.filter(([good]) => !good).map(([, lack]) => `${name} ${lack}`);
    }),
    ...workloads(manifests)
      .filter(({ owner, isOurs }) => owner.kind === "Job" && isOurs)
      .filter(({ owner }) => !owner.spec.activeDeadlineSeconds || !owner.spec.ttlSecondsAfterFinished)
      .map(({ name }) => `${name} never ends, or never goes`),
    ...workloads(manifests)
      .filter(({ owner, isOurs }) => owner.kind === "Job" && isOurs)
      .filter(({ owner }) => {
        const { annotations } = owner.spec.template.metadata;
        return annotations?.["sidecar.istio.io/nativeSidecar"] !== "true";
      })
      .map(({ name }) => `${name} is outlived by its sidecar`),
  ],
  slips: [
    {
      name: "a liveness probe that follows the stores",
      make: (all) => {
        delete find(all, "Deployment", "auth").spec.template.spec.containers[0].livenessProbe.grpc.service;
        find(all, "Deployment", "auth").spec.template.spec.containers[0].livenessProbe.grpc.service = "";
      },
    },
    {
      name: "a probe of another service's port",
      make: (all) => {
        find(all, "Deployment", "chatbot").spec.template.spec.containers[0].readinessProbe.grpc.port = 3002;
      },
    },
    {
      name: "killed while the worker still finishes",
      make: (all) => {
        find(all, "Deployment", "upload-worker").spec.template.spec.terminationGracePeriodSeconds = 30;
      },
    },
    {
      name: "no zones",
      make: (all) => {
        find(all, "Deployment", "upload").spec.template.spec.topologySpreadConstraints.shift();
      },
    },
    {
      name: "a migration whose sidecar stays",
      make: (all) => {
        find(all, "Job", "auth-migrate").spec.template.metadata.annotations = {};
      },
    },
  ],
};
