import { mkdir } from "node:fs/promises";
import { programOf } from "./programs.ts";
import { type ServerProcess, startProcess } from "./server-process.ts";

/**
 * An Envoy with the given configuration file, ready once it is LIVE.
 *
 * @param adminPort where that configuration has its admin listener, on 127.0.0.1
 * @throws ServerError
 */
export async function startEnvoy(folder: string, config: string, adminPort: number): Promise<ServerProcess> {
  const { path, env } = await programOf("envoy");
  await mkdir(folder, { recursive: true });
  return startProcess({
    name: "envoy",
    program: path,
    args: ["--config-path", config, "--disable-hot-restart", "--concurrency", "1", "--log-level", "warning"],
    env,
    folder,
    isReady: async () => {
      const answer = await fetch(`http://127.0.0.1:${adminPort}/ready`, {
        signal: AbortSignal.timeout(2_000),
      });
      return answer.ok && (await answer.text()).startsWith("LIVE");
    },
  });
}
