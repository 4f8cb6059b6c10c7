import { isDeepStrictEqual } from "node:util";
import { queueNames } from "../../../services/upload/src/adapters/reading-jobs.ts";
import { called, find, ofKind, type Rule } from "./rule.ts";
import { deployments, matches } from "./workloads.ts";

/** The behaviour that every autoscaler has: quickly up, slowly down. */
const behavior = {
  scaleUp: { stabilizationWindowSeconds: 0, policies: [{ type: "Pods", value: 2, periodSeconds: 60 }] },
  scaleDown: { stabilizationWindowSeconds: 300, policies: [{ type: "Pods", value: 1, periodSeconds: 300 }] },
};

const bounds = { dev: [1, 2], staging: [2, 10], production: [2, 10] } as const;

export const scaling: Rule = {
  name: "each Deployment has one autoscaler and one budget for disruptions",
  problems(manifests, environment) {
    const scalers = [
      ...ofKind(manifests, "HorizontalPodAutoscaler").map((scaler) => ({
        scaler,
        bounds: [scaler.spec.minReplicas, scaler.spec.maxReplicas],
        behavior: scaler.spec.behavior,
        measures: scaler.spec.metrics.map(({ containerResource }: { containerResource: Resource }) => {
          const { name, container, target } = containerResource;
          return `${name} of ${container} ${target.averageUtilization}`;
        }),
        expected: ["cpu of finflow 70", "memory of finflow 80"],
      })),
      ...ofKind(manifests, "ScaledObject").map((scaler) => ({
        scaler,
        bounds: [scaler.spec.minReplicaCount, scaler.spec.maxReplicaCount],
        behavior: scaler.spec.advanced.horizontalPodAutoscalerConfig.behavior,
        measures: scaler.spec.triggers.map(
          ({ metadata }: { metadata: { listName: string } }) => metadata.listName,
        ),
        // Where BullMQ keeps what waits.
        expected: Object.values(queueNames).map((queue) => `bull:${queue}:wait`),
      })),
    ];
    const budgets = ofKind(manifests, "PodDisruptionBudget");
    return [
      ...deployments(manifests).flatMap(({ owner, name, labels }) => {
        const own = scalers.filter(({ scaler }) => scaler.spec.scaleTargetRef.name === owner.metadata.name);
        const budget = budgets.filter(({ spec }) => matches(spec.selector, labels));
        const lacks: [boolean, string][] = [
          [own.length === 1, `has ${own.length} autoscalers`],
          [owner.spec.replicas === undefined, "takes back what its autoscaler did"],
          [budget.length === 1 && budget[0]?.spec.maxUnavailable === 1, "may lose all its pods at once"],
        ];
        return lacks.filter(([good]) => !good).map(([, lack]) => `${name} ${lack}`);
      }),
      ...scalers.flatMap(({ scaler, ...its }) => {
        const expected = { bounds: bounds[environment], behavior, measures: its.expected };
        const found = { bounds: its.bounds, behavior: its.behavior, measures: its.measures };
        const same = isDeepStrictEqual(found, expected);
        return same ? [] : [`${called(scaler)} scales by ${JSON.stringify(found)}`];
      }),
    ];
  },
  slips: [
    {
      name: "replicas beside an autoscaler",
      make: (all) => Object.assign(find(all, "Deployment", "edge").spec, { replicas: 3 }),
    },
    {
      name: "one replica at least",
      make: (all) => Object.assign(find(all, "HorizontalPodAutoscaler", "edge").spec, { minReplicas: 1 }),
    },
    {
      name: "two autoscalers that pull",
      make: (all) => {
        const hpa = structuredClone(find(all, "HorizontalPodAutoscaler", "edge"));
        hpa.metadata.name = hpa.spec.scaleTargetRef.name = "upload-worker";
        all.push(hpa);
      },
    },
    {
      name: "another queue's list",
      make: (all) => {
        find(all, "ScaledObject", "upload-worker").spec.triggers[0].metadata.listName = "bull:jobs:wait";
      },
    },
    {
      name: "a budget of nobody",
      make: (all) => {
        find(all, "PodDisruptionBudget", "auth").spec.selector.matchLabels = {
          "app.kubernetes.io/name": "auht",
        };
      },
    },
  ],
};

type Resource = { name: string; container: string; target: { averageUtilization: number } };
