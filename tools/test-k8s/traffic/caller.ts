import { join } from "node:path";
import { startProcess } from "@finflow/local-servers/server-process";
import { controlPort, type Pod, within } from "./pods.ts";

/** What a caller can be told to call, besides Register: a few of each kind that rules tell apart. */
export type Named =
  | "me"
  | "summary"
  | "export"
  | "documents"
  | "retryDocument"
  /** upload's internal stream. */
  | "userRows";

/** A call: Register with these, a GET of auth's admin port, or else what is named (GetMe, where nothing is). */
export type Asked = {
  register?: { email: string; password: string };
  path?: string;
  rpc?: Named;
  token?: string;
  /** The address that edge would say it comes from. */
  from?: string;
};

/** gRPC's code, or HTTP's status for the admin port, and what was said with it. */
export type Heard = { code: number; message: string };

export type Call = (asked: Asked) => Promise<Heard>;

/** Where services are, by their names. */
export type Addresses = Readonly<Record<"auth" | "analytics" | "upload" | "chatbot", string>>;

/**
 * A process in a pod that calls services.
 *
 * @param keyFile by which it is known to upload
 */
export async function startCaller(
  folder: string,
  pod: Pod,
  addresses: Addresses,
  keyFile: string,
): Promise<Call> {
  const url = `http://${pod.address}:${controlPort}`;
  const post = (asked: Asked | undefined) =>
    fetch(url, { method: "POST", body: JSON.stringify(asked ?? { path: "/" }) });
  await startProcess({
    name: `caller-${pod.name}`,
    folder,
    ...within(pod, process.execPath, join(import.meta.dirname, "caller-process.ts")),
    env: { TEST_ADDRESSES: JSON.stringify(addresses), TEST_NAME: pod.app, TEST_KEY_FILE: keyFile },
    isReady: async () => (await post(undefined)).ok,
  });
  return async (asked) => (await (await post(asked)).json()) as Heard;
}
