import type { Environment, Manifest } from "../manifests.ts";

/** What all that is deployed has to keep, besides being what Kubernetes understands. */
export type Rule = {
  name: string;
  /** What breaks it, one sentence each; none when all is well. */
  problems(manifests: readonly Manifest[], environment: Environment): string[];
  /** Changes of production that must break it: a rule that nothing breaks says nothing. */
  slips: readonly Slip[];
};

export type Slip = { name: string; make(manifests: Manifest[]): void };

/** The object of a kind and name. @throws when there is none */
export function find(manifests: readonly Manifest[], kind: string, name: string): Manifest {
  const found = manifests.find((each) => each.kind === kind && each.metadata.name === name);
  if (!found) throw new Error(`there is no ${kind} ${name}`);
  return found;
}

export function ofKind(manifests: readonly Manifest[], ...kinds: string[]): Manifest[] {
  return manifests.filter(({ kind }) => kinds.includes(kind));
}

export const called = ({ kind, metadata }: Manifest) => `${kind} ${metadata.name}`;
