import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Finflow as a person runs it: its own process, on a data folder and ports of the test's. */
export type RunningSolo = {
  readonly url: string;
  /** Host and port. */
  readonly grpc: string;
  readonly pid: number;
  /** Ctrl-C: must end in order, with nothing of it left running. */
  readonly interrupt: () => Promise<void>;
  /** kill -9 of the process alone, as when it runs out of memory. */
  readonly kill: () => Promise<void>;
};

const root = join(import.meta.dirname, "../..");
const main = join(root, "solo/src/main.ts");
const entries = { main: [main], bootstrap: [join(root, "tools/bootstrap.js"), "solo/src/main.ts"] };
const startDeadlineMs = 60_000;

export type SoloSpec = {
  dataFolder: string;
  /** Out of reach unless told. */
  limits?: "default";
  /** The process itself unless told; or through what `npm start` runs. */
  entry?: keyof typeof entries;
};

/** @throws AssertionError with all that it printed, where it does not come up */
export async function startSolo({ dataFolder, limits, entry = "main" }: SoloSpec): Promise<RunningSolo> {
  const [http, grpc, admin] = await freePorts(3);
  const child = spawn(process.execPath, entries[entry], {
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...foreignVariables(),
      ...(limits !== "default" && { FINFLOW_LIMIT_USER: "1000000", FINFLOW_LIMIT_ADDRESS: "1000000" }),
      FINFLOW_DATA: dataFolder,
      PORT: String(http),
      GRPC_PORT: String(grpc),
      ADMIN_PORT: String(admin),
    },
  });
  const said = listen(child);
  const address = await said.address.catch(async (error: unknown) => {
    child.kill("SIGKILL");
    throw error;
  });
  return {
    url: address,
    grpc: `127.0.0.1:${grpc}`,
    pid: child.pid ?? 0,
    async interrupt() {
      const end = once(child, "close");
      child.kill("SIGINT");
      assert.deepEqual(await end, [0, null], `it must end with code 0 after Ctrl-C:\n${said.text()}`);
      assert.deepEqual(await processesUsing(dataFolder), [], "processes that use the data folder are left");
    },
    async kill() {
      const end = once(child, "close");
      child.kill("SIGKILL");
      await end;
    },
  };
}

/** Without what a Finflow around these tests was told: its limits, and whose end it should end with. */
function foreignVariables(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("FINFLOW_")));
}

/** A data folder of the test's own; `remove` also ends a database that still runs on it. */
export async function temporaryDataFolder(): Promise<{ path: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), "finflow-end-to-end-"));
  // The database's own OS user has to get through, where this runs as root.
  await chmod(folder, 0o711);
  const path = join(folder, "data");
  return {
    path,
    async remove() {
      for (const { pid } of await processesUsing(path)) killIfThere(pid, "SIGKILL");
      await rm(folder, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}

function listen(child: ChildProcess): { address: Promise<string>; text: () => string } {
  let text = "";
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const give = (why: string) => reject(new assert.AssertionError({ message: `${why}:\n${text}` }));
  const timer = setTimeout(() => give(`no address after ${startDeadlineMs} ms`), startDeadlineMs);
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (chunk: string) => {
      text += chunk;
      const address = /^(http:\/\/\S+) .*Ctrl-C/m.exec(text)?.[1];
      if (address) resolve(address);
    });
  }
  child.once("close", () => give("it ended before it was ready"));
  return { address: promise.finally(() => clearTimeout(timer)), text: () => text };
}

/** By command line or environment; zombies, which their parent has yet to collect, do not count. */
async function processesUsing(folder: string): Promise<{ pid: number; command: string }[]> {
  if (process.platform !== "linux") return [];
  const found: { pid: number; command: string }[] = [];
  for (const name of await readdir("/proc")) {
    if (!/^\d+$/.test(name) || Number(name) === process.pid) continue;
    const read = (file: string) => readFile(join("/proc", name, file), "utf8").catch(() => "");
    const [command, environment, state] = await Promise.all(["cmdline", "environ", "stat"].map(read));
    if (`${command}${environment}`.includes(folder) && !/\) Z /.test(state ?? "")) {
      found.push({ pid: Number(name), command: (command ?? "").replaceAll("\0", " ") });
    }
  }
  return found;
}

function killIfThere(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer());
  for (const server of servers) await once(server.listen(0, "127.0.0.1"), "listening");
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  for (const server of servers) await once(server.close(), "close");
  return ports;
}
