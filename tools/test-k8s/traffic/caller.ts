import { join } from "node:path";
import { startProcess } from "@finflow/local-servers/server-process";
import { controlPort, type Pod, within } from "./pods.ts";

/** A call to auth: Register with these, a GET of its admin port, or else GetMe. */
export type Asked = {
  register?: { email: string; password: string };
  path?: string;
  token?: string;
  /** The address that edge would say it comes from. */
  from?: string;
};

/** gRPC's code, or HTTP's status for the admin port, and what was said with it. */
export type Heard = { code: number; message: string };

export type Call = (asked: Asked) => Promise<Heard>;

/** A process in a pod that calls auth. */
export async function startCaller(folder: string, pod: Pod, authAddress: string): Promise<Call> {
  const url = `http://${pod.address}:${controlPort}`;
  const post = (asked: Asked | undefined) =>
    fetch(url, { method: "POST", body: JSON.stringify(asked ?? { path: "/" }) });
  await startProcess({
    name: `process-${pod.name}`,
    folder,
    ...within(pod, process.execPath, join(import.meta.dirname, "caller-process.ts")),
    env: { TEST_AUTH_ADDRESS: authAddress },
    isReady: async () => (await post(undefined)).ok,
  });
  return async (asked) => (await (await post(asked)).json()) as Heard;
}
