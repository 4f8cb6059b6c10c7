import { createServer } from "node:net";

/** Settings given on the command line, so that what runs is what the code says, whatever the data folder holds. */
export type ServerSettings = Readonly<Record<string, string | number>>;

/** TCP on loopback alone: over a unix socket a client library's reconnecting became a hot loop during an outage. */
const always: ServerSettings = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  password_encryption: "scram-sha-256",
  timezone: "UTC",
  log_timezone: "UTC",
  lc_messages: "C",
  // Log lines without the statement and the detail that quotes a row: both may hold personal data.
  log_error_verbosity: "terse",
  log_min_error_statement: "panic",
  // Nothing replicates from this server.
  wal_level: "minimal",
  max_wal_senders: 0,
  random_page_cost: 1.1,
  jit: "off",
};

export function serverArguments(cluster: string, port: number, settings: ServerSettings): string[] {
  const all = { ...always, ...settings, port };
  return ["-D", cluster, ...Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`])];
}

/** A port of loopback that was free a moment ago; whoever binds it must still be ready to try another. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", resolve);
  });
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === "string") throw new Error("a TCP server without a port");
  return address.port;
}
