import type { Manifest } from "../manifests.ts";
import { ofKind } from "./rule.ts";

// biome-ignore lint/suspicious/noExplicitAny: schemas check its shape
type Part = any;

/** Something that makes pods. */
export type Workload = {
  owner: Manifest;
  /** `Deployment auth` */
  name: string;
  /** Of its pods. */
  labels: Record<string, string>;
  pod: Part;
  container: Part;
  /** One of the product's own processes, not a store of dev. */
  isOurs: boolean;
};

/** All that makes pods; each pod has one container, its sidecar is injected later. */
export function workloads(manifests: readonly Manifest[]): Workload[] {
  return ofKind(manifests, "Deployment", "Job", "StatefulSet").map((owner) => {
    const { metadata, spec: pod } = owner.spec.template;
    const [container] = pod.containers;
    return {
      ...{ owner, pod, container },
      name: `${owner.kind} ${owner.metadata.name}`,
      labels: metadata.labels,
      isOurs: container.name === "finflow",
    };
  });
}

export function deployments(manifests: readonly Manifest[]): Workload[] {
  return workloads(manifests).filter(({ owner }) => owner.kind === "Deployment");
}

export function matches(selector: Part, labels: Record<string, string>): boolean {
  const wanted: [string, string][] = Object.entries(selector.matchLabels ?? {});
  const expressions: { key: string; operator: string; values: string[] }[] = selector.matchExpressions ?? [];
  return (
    wanted.every(([key, value]) => labels[key] === value) &&
    expressions.every(({ key, operator, values }) => operator === "In" && values.includes(labels[key] ?? ""))
  );
}
