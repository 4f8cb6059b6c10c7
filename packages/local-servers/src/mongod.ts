import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { MongoClient } from "mongodb";
import { freePorts } from "./ports.ts";
import { programOf } from "./programs.ts";
import { type ServerProcess, startProcess } from "./server-process.ts";

export type Mongod = ServerProcess & { readonly port: number; readonly url: string };

const replicaSet = "rs0";

/**
 * A replica set of one member, which transactions need: its data, its log and no other file in `folder`. A folder
 * that has data already is served again.
 *
 * @throws ServerError
 */
export async function startMongod(folder: string, port?: number): Promise<Mongod> {
  const { path, env } = await programOf("mongod");
  const at = port ?? (await freePorts(1))[0]!;
  const data = join(folder, "data");
  await mkdir(data, { recursive: true });
  const address = `127.0.0.1:${at}`;
  const server = await startProcess({
    name: "mongod",
    program: path,
    args: [
      ...["--dbpath", data, "--port", String(at), "--bind_ip", "127.0.0.1", "--nounixsocket"],
      ...["--replSet", replicaSet, "--oplogSize", "128", "--wiredTigerCacheSizeGB", "0.25"],
      ...["--networkMessageCompressors", "snappy", "--quiet"],
    ],
    env,
    folder,
    isReady: () => becomePrimary(address),
  });
  return { ...server, port: at, url: `mongodb://${address}/?replicaSet=${replicaSet}` };
}

async function becomePrimary(address: string): Promise<boolean> {
  const client = new MongoClient(`mongodb://${address}/?directConnection=true`, {
    serverSelectionTimeoutMS: 1_000,
  });
  try {
    const admin = client.db("admin");
    const { isWritablePrimary } = await admin.command({ hello: 1 });
    if (isWritablePrimary) return true;
    await admin
      .command({ replSetInitiate: { _id: replicaSet, members: [{ _id: 0, host: address }] } })
      .catch((error: { codeName?: string }) => {
        if (error.codeName !== "AlreadyInitialized") throw error;
      });
    return false;
  } finally {
    await client.close();
  }
}
