import { readdirSync } from "node:fs";
import { join } from "node:path";
import { parseAllDocuments } from "yaml";
import { kubectl } from "./programs/kubectl.ts";

export const root = join(import.meta.dirname, "../..");

/** A Kubernetes object as it is sent to the API server. */
export type Manifest = {
  apiVersion: string;
  kind: string;
  metadata: {
    name: string;
    namespace?: string;
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
  };
  // biome-ignore lint/suspicious/noExplicitAny: each kind has a shape of its own, which schemas check
  [field: string]: any;
};

export type Environment = "dev" | "staging" | "production";

export const environments: readonly Environment[] = ["dev", "staging", "production"];

const rendered = new Map<string, Promise<string>>();

/**
 * What `kubectl kustomize` makes of a folder, from the project's root: `k8s/overlays/dev`. Once per process.
 *
 * @throws ServerError `unavailable` where there is no kubectl
 */
export function renderText(folder: string): Promise<string> {
  const known = rendered.get(folder);
  if (known) return known;
  const text = kubectl("kustomize", join(root, folder));
  rendered.set(folder, text);
  return text;
}

/** The objects of a rendered folder. */
export async function render(folder: string): Promise<Manifest[]> {
  return parseManifests(await renderText(folder));
}

/** @throws on anything that is not YAML, or has a key twice */
export function parseManifests(text: string): Manifest[] {
  return parseAllDocuments(text).map((document) => {
    const [error] = document.errors;
    if (error) throw error;
    return document.toJS() as Manifest;
  });
}

/** The folders that make a deployable whole: each overlay, and within it each part that can be deployed alone. */
export function deployables(): string[] {
  return environments.flatMap((environment) => {
    const overlay = `k8s/overlays/${environment}`;
    const parts = readdirSync(join(root, overlay), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== "settings")
      .map((entry) => `${overlay}/${entry.name}`);
    return [overlay, ...parts];
  });
}
