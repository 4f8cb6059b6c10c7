import type { Manifest } from "../test-k8s/manifests.ts";

/** Image names as manifests have them to what was pushed: `registry/finflow-auth@sha256:…`. */
export type PushedImages = Readonly<Record<string, string>>;

/** What is done for a service, in this order. */
export type Release = {
  /** Accounts, settings, rules: nothing that runs. */
  first: Manifest[];
  /** Make the schema that the new pods wait for. A Job's template cannot be changed, so the last release's goes. */
  migrations: Manifest[];
  workloads: Manifest[];
};

const digested = /@sha256:[0-9a-f]{64}$/;

/** @throws Error when a container's image was not pushed, or is named by something that may change */
export function releaseOf(manifests: readonly Manifest[], pushed: PushedImages): Release {
  const all = manifests.map((manifest) => withImages(manifest, pushed));
  const isWorkload = ({ kind }: Manifest) =>
    ["Deployment", "HorizontalPodAutoscaler", "ScaledObject"].includes(kind);
  return {
    first: all.filter((manifest) => !isWorkload(manifest) && manifest.kind !== "Job"),
    migrations: all.filter(({ kind }) => kind === "Job"),
    workloads: all.filter(isWorkload),
  };
}

function withImages(manifest: Manifest, pushed: PushedImages): Manifest {
  const copy = structuredClone(manifest);
  const { containers = [], initContainers = [] } = copy.spec?.template?.spec ?? {};
  for (const container of [...containers, ...initContainers] as { image: string }[]) {
    const image = pushed[container.image];
    if (!image)
      throw new Error(`${copy.kind} ${copy.metadata.name} runs ${container.image}, which was not pushed`);
    if (!digested.test(image)) throw new Error(`${image} does not say by a digest what it is`);
    container.image = image;
  }
  return copy;
}
