import { Agent, request } from "node:http";
import { closedCalls, type Measured } from "./closed-calls.ts";

export type Sent = { path: string; method?: "GET" | "POST"; json?: unknown; token?: string | undefined };

/**
 * Users who each send their next request when they have the answer to the last: what a service does when it is
 * busy, without a pause anywhere. The first second is thrown away.
 *
 * @throws Error for an answer other than 2xx: what fails fast must not look fast
 */
export async function closedLoop(options: {
  url: string;
  users: number;
  seconds: number;
  next: (user: number) => Sent;
}): Promise<Measured> {
  const { url, users, seconds, next } = options;
  const agent = new Agent({ keepAlive: true, maxSockets: users });
  const call = async (user: number): Promise<void> => {
    const asked = next(user);
    const status = await sendRequest(agent, url, asked);
    if (status < 200 || status > 299) throw new Error(`${asked.path} answered ${status}`);
  };
  try {
    return await closedCalls({ inFlight: users, seconds, call });
  } finally {
    agent.destroy();
  }
}

/** Resolves with the status once the whole answer is there. */
export function sendRequest(
  agent: Agent,
  url: string,
  { path, method = "GET", json, token }: Sent,
): Promise<number> {
  const body = json === undefined ? undefined : JSON.stringify(json);
  return new Promise((resolve, reject) => {
    const sending = request(new URL(path, url), {
      agent,
      method,
      headers: {
        ...(token !== undefined && { Authorization: `Bearer ${token}` }),
        ...(body !== undefined && {
          "Content-Type": "application/json",
          "Content-Length": Buffer.byteLength(body),
        }),
      },
    });
    sending.once("response", (response) => {
      response.once("end", () => resolve(response.statusCode ?? 0));
      response.once("error", reject);
      response.resume();
    });
    sending.once("error", reject);
    sending.end(body);
  });
}

/** The smallest value that so many percent do not exceed. */
export function percentile(ascending: readonly number[], percent: number): number {
  const at = Math.max(0, Math.ceil((percent / 100) * ascending.length) - 1);
  return ascending[at] ?? Number.NaN;
}
