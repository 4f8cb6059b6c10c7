import type { Manifest } from "../manifests.ts";
import { find } from "./rule.ts";

type Variable = {
  name: string;
  value?: string;
  valueFrom?: { secretKeyRef?: { name: string; key: string } };
};

type Container = { env?: Variable[]; envFrom?: { configMapRef?: { name: string } }[] };

/** What a container's process is told in plain text. */
export function environmentOf(container: Container, manifests: readonly Manifest[]): Record<string, string> {
  const settings = (container.envFrom ?? []).map(({ configMapRef }) => {
    if (!configMapRef) throw new Error("settings come from ConfigMaps alone");
    return find(manifests, "ConfigMap", configMapRef.name).data as Record<string, string>;
  });
  const own = (container.env ?? []).flatMap(({ name, value }) =>
    value === undefined ? [] : [[name, value]],
  );
  return Object.assign({}, ...settings, Object.fromEntries(own));
}

/** What it is told from Secrets: which variable, which Secret, which key of it. */
export function secretVariables(container: Container): { name: string; secret: string; key: string }[] {
  return (container.env ?? []).flatMap(({ name, valueFrom }) => {
    const from = valueFrom?.secretKeyRef;
    return from ? [{ name, secret: from.name, key: from.key }] : [];
  });
}
