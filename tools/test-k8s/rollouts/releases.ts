import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { type ImageName, images } from "../../images/images.ts";
import { root } from "../manifests.ts";
import { kubectlProgram } from "../programs/kubectl.ts";
import type { Cluster } from "./cluster.ts";

/** What an image does when it is run, as kwok reads it from the address: see pods.yaml. */
export type Behaviour = "good" | "never-ready" | "migration-fails";

export function imageOf(name: ImageName, release: string, behaviour: Behaviour = "good"): string {
  const digest = createHash("sha256").update(`${name} ${release} ${behaviour}`).digest("hex");
  return `registry.example/${behaviour}/finflow-${name}@sha256:${digest}`;
}

export const everyImage = Object.keys(images) as ImageName[];

export type Delivery = {
  /** Of what a delivery would have pushed, each image's address. */
  readonly images: Partial<Record<ImageName, string>>;
  readonly platform?: boolean;
  /** A command of kubectl that is left out, to see what comes of that. */
  readonly without?: string | undefined;
};

/** Delivers to production as the pipelines do, by tools/delivery/deploy.ts. */
export async function deliver(
  { api, folder }: Cluster,
  { images: pushed, platform = false, without }: Delivery,
): Promise<{ code: number | null; said: string }> {
  const here = await mkdtemp(join(folder, "delivery-"));
  const [bin, addresses] = [await mkdtemp(join(here, "bin-")), await mkdtemp(join(here, "images-"))];
  for (const [name, image] of Object.entries(pushed)) await writeFile(join(addresses, name), image);
  const kubectl = await kubectlProgram();
  if (without) {
    const script = `#!/bin/sh\ncase "$*" in "${without}"*) exit 0;; esac\nexec "${kubectl}" "$@"\n`;
    await writeFile(join(bin, "kubectl"), script, { mode: 0o755 });
  } else await symlink(kubectl, join(bin, "kubectl"));
  const program = join(root, "tools/delivery/deploy.ts");
  const child = spawn(
    process.execPath,
    [program, "production", addresses, ...(platform ? ["--platform"] : [])],
    {
      env: { ...process.env, PATH: `${bin}:${process.env.PATH}`, KUBECONFIG: api.kubeconfig },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  const [out, errors, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, "exit") as Promise<[number | null]>,
  ]);
  return { code, said: out + errors };
}
