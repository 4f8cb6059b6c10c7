import { join } from "node:path";
import { freePorts } from "@finflow/local-servers/ports";
import { keptOrMade } from "@finflow/solo/kept-secret";

/** Ports that stay the same for a folder: what a server has on disk names them. */
export async function keptPorts(folder: string, name: string, count: number): Promise<number[]> {
  const found = await freePorts(count);
  const kept = await keptOrMade(join(folder, `${name}.ports`), () => JSON.stringify(found));
  return JSON.parse(kept) as number[];
}
