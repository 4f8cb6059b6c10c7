import { mkdir } from "node:fs/promises";
import { answerTo, freePorts } from "./ports.ts";
import { programOf } from "./programs.ts";
import { type ServerProcess, startProcess } from "./server-process.ts";

export type Valkey = ServerProcess & { readonly port: number; readonly url: string };

/**
 * - `jobs`: every write in the append-only file, and none ever evicted; BullMQ loses jobs otherwise.
 * - `cache`: nothing on disk, the least recently used keys make room.
 */
export type ValkeyUse = "jobs" | "cache";

const settings: Record<ValkeyUse, readonly string[]> = {
  jobs: ["--appendonly", "yes", "--appendfsync", "everysec", "--maxmemory-policy", "noeviction"],
  cache: ["--appendonly", "no", "--maxmemory", "64mb", "--maxmemory-policy", "allkeys-lru"],
};

/** @throws ServerError */
export async function startValkey(folder: string, use: ValkeyUse, port?: number): Promise<Valkey> {
  const { path, env } = await programOf("valkey");
  const at = port ?? (await freePorts(1))[0]!;
  await mkdir(folder, { recursive: true });
  const server = await startProcess({
    name: "valkey",
    program: path,
    args: [
      ...[
        "--port",
        String(at),
        "--bind",
        "127.0.0.1",
        "--protected-mode",
        "yes",
        "--dir",
        folder,
        "--save",
        "",
      ],
      ...settings[use],
    ],
    env,
    folder,
    // While it reads its file it answers that it is loading.
    isReady: async () => (await answerTo(at, "PING")).startsWith("+PONG"),
  });
  return { ...server, port: at, url: `redis://127.0.0.1:${at}` };
}
