import { connect } from "node:net";
import type { PoolClient } from "pg";

/** What pg knows of a connection and does not put into its types. */
type Session = { processID: number | null; secretKey: number | null; host: string; port: number };

const cancelRequestCode = 80877102;

/**
 * Sends PostgreSQL's CancelRequest for a connection, over a connection of its own (protocol documentation,
 * "Canceling Requests in Progress"). It needs no free connection of the pool, unlike pg_cancel_backend. The
 * server does not answer; a request that cannot be sent leaves the statement to its timeout.
 */
export async function cancelQuery(client: PoolClient): Promise<void> {
  const { processID, secretKey, host, port } = client as unknown as Session;
  if (processID === null || secretKey === null) return;
  const request = Buffer.alloc(16);
  request.writeInt32BE(16, 0);
  request.writeInt32BE(cancelRequestCode, 4);
  request.writeInt32BE(processID, 8);
  request.writeInt32BE(secretKey, 12);
  const socket = host.startsWith("/") ? connect(`${host}/.s.PGSQL.${port}`) : connect({ host, port });
  await new Promise<void>((resolve) => {
    socket.setTimeout(1_000, () => socket.destroy());
    // The server closes once it has passed the request on: then the cancel was delivered.
    socket.on("close", () => resolve());
    socket.on("error", () => socket.destroy());
    socket.on("connect", () => socket.end(request));
    socket.resume();
  });
}
