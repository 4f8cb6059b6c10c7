import { execFile } from "node:child_process";
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { parse } from "yaml";
import { type Manifest, parseManifests, root } from "../manifests.ts";
import { istioctlProgram } from "../programs/istio.ts";
import type { Cluster } from "./cluster.ts";

const run = promisify(execFile);

/** What makes pods, with the sidecar as Istio's injection leaves it, installed as istio/install/istiod.yaml says. */
export async function injected({ api, folder }: Cluster, objects: readonly Manifest[]): Promise<Manifest[]> {
  const here = await mkdtemp(join(folder, "injection-"));
  const istioctl = await istioctlProgram();
  const inHere = (name: string) => join(here, name);
  const values: unknown = parse(await readFile(join(root, "istio/install/istiod.yaml"), "utf8"));
  const installation = {
    apiVersion: "install.istio.io/v1alpha1",
    kind: "IstioOperator",
    // The chart `cni`, which those values rely on.
    spec: { values, components: { cni: { enabled: true } } },
  };
  await writeFile(inHere("installation.json"), JSON.stringify(installation));
  const generate = ["manifest", "generate", "-f", inHere("installation.json")];
  const { stdout } = await run(istioctl, generate, { maxBuffer: 64_000_000 });
  const installed = parseManifests(stdout).filter((one) => one?.kind === "ConfigMap");
  const dataOf = (name: string) => installed.find(({ metadata }) => metadata.name === name)?.data;
  const files = {
    "injection.yaml": dataOf("istio-sidecar-injector").config,
    "values.json": dataOf("istio-sidecar-injector").values,
    "mesh.yaml": dataOf("istio").mesh,
    "objects.json": JSON.stringify({ apiVersion: "v1", kind: "List", items: objects }),
  };
  for (const [name, text] of Object.entries(files)) await writeFile(inHere(name), text);
  await run(istioctl, [
    ...[
      "kube-inject",
      "--kubeconfig",
      api.kubeconfig,
      "-f",
      inHere("objects.json"),
      "-o",
      inHere("injected"),
    ],
    ...["--injectConfigFile", inHere("injection.yaml"), "--valuesFile", inHere("values.json")],
    ...["--meshConfigFile", inHere("mesh.yaml")],
  ]);
  const made = parseManifests(await readFile(inHere("injected"), "utf8")).filter(Boolean);
  return made.flatMap((one) => (one.kind === "List" ? (one.items as Manifest[]) : [one]));
}
