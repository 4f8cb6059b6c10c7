import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { startEmbeddedPostgres } from "@finflow/embedded-postgres/embedded-postgres";
import { keptSecret } from "@finflow/solo/kept-secret";

export type Postgres = {
  readonly urls: { readonly auth: string; readonly upload: string };
  /** SIGKILL of the server; it comes back at the same address. */
  kill(): void;
  stop(): Promise<void>;
};

/** Of each database: its service's pools, with room for one more replica. */
const connections = { finflow_auth: 24, finflow_upload: 64 };

/** The write models' databases. @throws EmbeddedPostgresError */
export async function startPostgres(folder: string, say: (message: string) => void): Promise<Postgres> {
  const secrets = dirname(folder);
  await mkdir(secrets, { recursive: true });
  const password = (role: string) => keptSecret(join(secrets, `postgres-${role}`));
  const server = await startEmbeddedPostgres({
    folder,
    password: await password("superuser"),
    databases: [
      { name: "finflow_auth", password: await password("auth"), connections: connections.finflow_auth },
      { name: "finflow_upload", password: await password("upload"), connections: connections.finflow_upload },
    ],
    maxConnections: 100,
    onOutage: (event) => say("error" in event ? "postgres ended and is started again" : "postgres is back"),
  });
  const urlOf = (name: keyof typeof connections) => {
    const { user, password: secret, host, port, database } = server.databases[name];
    return `postgresql://${user}:${encodeURIComponent(secret)}@${host}:${port}/${database}`;
  };
  return {
    urls: { auth: urlOf("finflow_auth"), upload: urlOf("finflow_upload") },
    kill: () => void process.kill(server.pid, "SIGKILL"),
    stop: () => server.stop(),
  };
}
