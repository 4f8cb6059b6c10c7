import { namespace } from "./mesh.ts";

/** A Kubernetes resource as it is written down. */
export type Resource = {
  apiVersion: string;
  kind: string;
  metadata: { name: string; namespace: string; annotations?: Readonly<Record<string, string>> };
  spec: Readonly<Record<string, unknown>>;
};

const versions = {
  AuthorizationPolicy: "security.istio.io/v1",
  RequestAuthentication: "security.istio.io/v1",
  DestinationRule: "networking.istio.io/v1",
  VirtualService: "networking.istio.io/v1",
  Sidecar: "networking.istio.io/v1",
  EnvoyFilter: "networking.istio.io/v1alpha3",
} as const;

export function resource(kind: keyof typeof versions, name: string, spec: Resource["spec"]): Resource {
  return { apiVersion: versions[kind], kind, metadata: { name, namespace }, spec };
}

/** The pods of a service, as a policy selects them. */
export function selector(service: string) {
  return { matchLabels: { "app.kubernetes.io/name": service } };
}
