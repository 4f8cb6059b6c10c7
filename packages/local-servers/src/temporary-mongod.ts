import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Mongod, startMongod } from "./mongod.ts";

/**
 * A mongod whose data go when it is stopped.
 *
 * @throws ServerError
 */
export async function temporaryMongod(): Promise<Mongod> {
  const folder = await mkdtemp(join(tmpdir(), "finflow-mongod-"));
  const mongod = await startMongod(folder);
  return {
    ...mongod,
    stop: async () => {
      await mongod.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
