/**
 * Deploys what was pushed: `deploy.ts ENVIRONMENT FOLDER [--platform]`. FOLDER holds a file per image, named after it
 * (`auth`), with its address and digest. kubectl, 1.31 or newer, speaks to the cluster that it is set up for.
 *
 * Per service: what does not run, then its migration, then its pods; pods that do not come up are taken back.
 */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { images } from "../images/images.ts";
import { type Manifest, parseManifests } from "../test-k8s/manifests.ts";
import { type Environment, partsOf } from "./changes.ts";
import { type PushedImages, releaseOf } from "./release.ts";

const root = join(import.meta.dirname, "../..");
const namespace = ["--namespace", "finflow"];
/** As long as a migration, and pods that wait for it, may take. */
const patience = "--timeout=900s";

function kubectl(args: string[], input?: readonly Manifest[]): string {
  const list = input && JSON.stringify({ apiVersion: "v1", kind: "List", items: input });
  return execFileSync("kubectl", args, {
    input: list,
    encoding: "utf8",
    stdio: ["pipe", "pipe", "inherit"],
    maxBuffer: 64_000_000,
  });
}

function render(environment: Environment, part: string): Manifest[] {
  return parseManifests(kubectl(["kustomize", join(root, "k8s/overlays", environment, part)]));
}

function apply(manifests: readonly Manifest[]): void {
  if (manifests.length === 0) return;
  const ours = ["--server-side", "--force-conflicts", "--field-manager=finflow-delivery"];
  process.stdout.write(kubectl(["apply", ...ours, "--filename=-"], manifests));
}

function deploy(environment: Environment, part: string, pushed: PushedImages): void {
  const { first, migrations, workloads } = releaseOf(render(environment, part), pushed);
  apply(first);
  for (const job of migrations) {
    const name = job.metadata.name;
    kubectl(["delete", "job", name, "--ignore-not-found", "--wait", ...namespace]);
    apply([job]);
    waitForMigration(name);
  }
  apply(workloads);
  for (const { kind, metadata } of workloads) {
    if (kind !== "Deployment") continue;
    const deployment = `deployment/${metadata.name}`;
    try {
      process.stdout.write(kubectl(["rollout", "status", deployment, patience, ...namespace]));
    } catch (cause) {
      kubectl(["rollout", "undo", deployment, ...namespace]);
      throw new Error(`${metadata.name} did not come up; the one before it is taken back`, { cause });
    }
  }
}

/** Until it has ended, either way: a Job has conditions once it knows how it ends. */
function waitForMigration(name: string): void {
  const job = [`job/${name}`, ...namespace];
  kubectl(["wait", "--for=jsonpath={.status.conditions}", patience, ...job]);
  const why = kubectl([
    "get",
    ...job,
    '--output=jsonpath={.status.conditions[?(@.type=="FailureTarget")].reason}',
  ]);
  if (why) throw new Error(`${name} failed: ${why}; nothing of it is released`);
  kubectl(["wait", "--for=condition=complete", patience, ...job]);
}

function main(): void {
  const given = process.argv.slice(2);
  const [environment, folder] = given.filter((argument) => !argument.startsWith("--"));
  if (!environment || !folder) throw new Error("usage: deploy.ts ENVIRONMENT FOLDER [--platform]");
  const platform = given.includes("--platform") ? ["platform", "mesh"] : [];
  for (const part of platform) apply(render(environment as Environment, part));
  const names = (Object.keys(images) as (keyof typeof images)[]).filter((name) =>
    readdirSync(folder).includes(name),
  );
  for (const name of names) {
    const pushed = { [`finflow-${name}`]: readFileSync(join(folder, name), "utf8").trim() };
    for (const part of partsOf(name)) deploy(environment as Environment, part, pushed);
    console.log(`${name} is deployed to ${environment}`);
  }
}

try {
  main();
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}
