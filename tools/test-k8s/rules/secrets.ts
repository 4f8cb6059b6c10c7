import { devSecrets } from "../../dev-secrets/secrets.ts";
import type { Environment, Manifest } from "../manifests.ts";
import { environmentOf, secretVariables } from "./environment-of.ts";
import { find, ofKind, type Rule } from "./rule.ts";
import { type Workload, workloads } from "./workloads.ts";

/** Where stores are, and with whose password: never in plain text. */
const stores = /^(DATABASE_URL|MONGODB_URL|REDIS_\w+_URL|KAFKA_BROKERS|S3_BUCKET|S3_REGION|AWS_\w+)$/;

/** What a secret looks like where it should not be. */
const secretive = /:\/\/[^/\s]*:[^/\s]*@|PRIVATE KEY|password\s*[=:]\s*[\w-]/i;

export const secrets: Rule = {
  name: "secrets come from Secrets, each from one that there is",
  problems(manifests, environment) {
    const offered = offeredKeys(manifests, environment);
    const wanted = workloads(manifests).flatMap((workload) =>
      [
        ...secretVariables(workload.container).map(({ secret, key }) => ({ secret, key })),
        ...mountedKeys(workload, manifests, offered),
      ].map((each) => ({ ...each, who: workload.name })),
    );
    const references = ofKind(manifests, "TriggerAuthentication").flatMap(({ metadata, spec }) =>
      spec.secretTargetRef.map(({ name, key }: { name: string; key: string }) => ({
        ...{ secret: name, key },
        who: `TriggerAuthentication ${metadata.name}`,
      })),
    );
    const all = [...wanted, ...references];
    const used = new Set(all.map(({ secret, key }) => `${secret} ${key}`));
    return [
      ...ofKind(manifests, "Secret").map(({ metadata }) => `Secret ${metadata.name} is written down`),
      ...ofKind(manifests, "ConfigMap").flatMap(({ metadata, data }) =>
        Object.entries(data as Record<string, string>)
          .filter(([key, value]) => stores.test(key) || secretive.test(value))
          .map(([key]) => `ConfigMap ${metadata.name} shows ${key}`),
      ),
      ...workloads(manifests).flatMap(({ name, container }) =>
        ((container.env ?? []) as { name: string; value?: string }[])
          .filter(
            ({ name: key, value }) => value !== undefined && (stores.test(key) || secretive.test(value)),
          )
          .map(({ name: key }) => `${name} shows ${key}`),
      ),
      ...all
        .filter(({ secret, key }) => !offered.get(secret)?.includes(key))
        .map(({ who, secret, key }) => `${who} wants ${key} of ${secret}, which nobody makes`),
      ...[...offered]
        .flatMap(([secret, keys]) => keys.map((key) => `${secret} ${key}`))
        .filter((each) => !used.has(each))
        .map((each) => `nobody uses ${each}`),
    ];
  },
  slips: [
    {
      name: "a password in a ConfigMap",
      make: (all) => {
        const [settings] = ofKind(all, "ConfigMap");
        settings!.data.COLLECTOR = "http://finflow:hunter2@collector:4318";
      },
    },
    {
      name: "a store in plain text",
      make: (all) => {
        const { env } = find(all, "Deployment", "auth").spec.template.spec.containers[0];
        env[0] = { name: env[0].name, value: "postgres://auth@postgres/auth" };
      },
    },
    {
      name: "a Secret that is written down",
      make: (all) =>
        all.push({ apiVersion: "v1", kind: "Secret", metadata: { name: "edge-stores" }, stringData: {} }),
    },
    {
      name: "a key that nobody makes",
      make: (all) => {
        find(all, "ExternalSecret", "chatbot-stores").spec.data.pop();
      },
    },
    {
      name: "a file that nobody makes",
      make: (all) => {
        find(all, "ExternalSecret", "service-public-keys").spec.data.pop();
      },
    },
    {
      name: "a key that nobody uses",
      make: (all) => {
        find(all, "ExternalSecret", "edge-stores").spec.data.push({ secretKey: "OLD" });
      },
    },
  ],
};

/** The keys of each Secret that there will be. */
function offeredKeys(manifests: readonly Manifest[], environment: Environment): Map<string, string[]> {
  if (environment === "dev")
    return new Map(devSecrets().map(({ metadata, stringData }) => [metadata.name, Object.keys(stringData)]));
  return new Map(
    ofKind(manifests, "ExternalSecret").map(({ metadata, spec }) => [
      metadata.name,
      spec.data.map(({ secretKey }: { secretKey: string }) => secretKey),
    ]),
  );
}

/** Of each mounted Secret the file that a variable names; all of them where it names the folder. */
function mountedKeys(
  { pod, container, owner, isOurs }: Workload,
  manifests: readonly Manifest[],
  offered: Map<string, string[]>,
): { secret: string; key: string }[] {
  const told = isOurs ? Object.values(environmentOf(container, manifests)) : [];
  const volumes: { name: string; secret?: { secretName: string } }[] = pod.volumes ?? [];
  return volumes.flatMap(({ name, secret }) => {
    if (!secret) return [];
    const { mountPath } = container.volumeMounts.find((mount: { name: string }) => mount.name === name);
    const files = told
      .filter((path) => path.startsWith(`${mountPath}/`))
      .map((path) => path.slice(mountPath.length + 1));
    // Of a folder: a public key for each who calls.
    const callers = owner.metadata.name === "auth" ? ["edge.pem"] : ["analytics.pem", "chatbot.pem"];
    const keys = told.includes(mountPath) ? callers : files;
    const used = isOurs ? keys : (offered.get(secret.secretName) ?? []);
    return used.map((key) => ({ secret: secret.secretName, key }));
  });
}
