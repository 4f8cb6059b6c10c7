import { type RunningSolo, startSolo, temporaryDataFolder } from "../running-solo.ts";

/** Where Finflow runs. What stands here is all that a stranger knows. */
export type Target = {
  /** Of REST, Connect, gRPC-web and the page, such as "http://localhost:8080". */
  readonly url: string;
  /** Host and port of gRPC; over TLS with "https://" before them. */
  readonly grpc: string;
  /** Whether proxies stand in front, which refuse some of what no server should be sent before it is. */
  readonly isProxied?: boolean;
  /** Where files lie; known only where the tests started it themselves. */
  readonly dataFolder: string | undefined;
  readonly close: () => Promise<void>;
};

/**
 * Finflow at FINFLOW_URL and FINFLOW_GRPC, whatever it is made of, which must run with limits out of reach
 * (FINFLOW_LIMIT_USER, FINFLOW_LIMIT_ADDRESS); FINFLOW_PROXIED=true where proxies stand in front. Without them one
 * process, started for these tests.
 */
export async function openTarget(env: NodeJS.ProcessEnv = process.env): Promise<Target> {
  const { FINFLOW_URL: url, FINFLOW_GRPC: grpc } = env;
  if (url && grpc) {
    const isProxied = env.FINFLOW_PROXIED === "true";
    return { url: url.replace(/\/$/, ""), grpc, isProxied, dataFolder: undefined, close: async () => {} };
  }
  if (url || grpc) throw new Error("FINFLOW_URL and FINFLOW_GRPC go together");
  const folder = await temporaryDataFolder();
  let solo: RunningSolo;
  try {
    solo = await startSolo({ dataFolder: folder.path });
  } catch (error) {
    await folder.remove();
    throw error;
  }
  return {
    url: solo.url,
    grpc: solo.grpc,
    dataFolder: folder.path,
    async close() {
      try {
        await solo.interrupt();
      } finally {
        await folder.remove();
      }
    },
  };
}
