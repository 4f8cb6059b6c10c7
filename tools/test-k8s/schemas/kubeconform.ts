import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { kubeconformProgram } from "../programs/kubeconform.ts";
import { customSchemas } from "./custom-schemas.ts";
import { kubernetesSchemas } from "./kubernetes-schemas.ts";

export type Conformance = {
  valid: number;
  /** What is wrong: object and message. */
  problems: string[];
  /** Kinds whose schema cannot be had, which therefore nobody looked at. */
  unknown: string[];
};

type Report = {
  resources: { kind: string; name: string; status: string; msg: string }[];
  summary: { valid: number; skipped: number };
};

/** All that checking takes. @throws ServerError */
export async function conformanceTools() {
  const [program, kubernetes, custom] = await Promise.all([
    kubeconformProgram(),
    kubernetesSchemas(),
    customSchemas(),
  ]);
  return { program, kubernetes, custom };
}

/**
 * Checks rendered manifests against the schemas of Kubernetes and of the custom kinds; what a schema does not know is
 * a problem.
 */
export async function conformanceOf(
  manifests: string,
  { program, kubernetes, custom }: Awaited<ReturnType<typeof conformanceTools>>,
): Promise<Conformance> {
  const child = spawn(
    program,
    [
      ...["-strict", "-summary", "-output", "json"],
      ...["-schema-location", join(kubernetes, "{{ .ResourceKind }}{{ .KindSuffix }}.json")],
      ...[
        "-schema-location",
        join(custom, "{{ .ResourceKind }}-{{ .Group }}-{{ .ResourceAPIVersion }}.json"),
      ],
    ],
    { stdio: ["pipe", "pipe", "inherit"] },
  );
  child.stdin.end(manifests);
  const [said] = await Promise.all([text(child.stdout), once(child, "exit")]);
  const { resources, summary } = JSON.parse(said) as Report;
  const isUnknown = ({ msg }: { msg: string }) => msg.includes("could not find schema");
  return {
    valid: summary.valid,
    problems: resources
      .filter((resource) => !isUnknown(resource))
      .map(({ kind, name, msg }) => `${kind} ${name}: ${msg}`),
    unknown: [...new Set(resources.filter(isUnknown).map(({ kind }) => kind))].toSorted(),
  };
}
