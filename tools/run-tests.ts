import { spawn } from "node:child_process";
import { once } from "node:events";
import { globSync } from "node:fs";
import { join } from "node:path";
import { startTestServer } from "@finflow/embedded-postgres/test-server";
import { sharedServerVariable } from "@finflow/postgres/test-database";

const root = join(import.meta.dirname, "..");

/** What needs the servers of the mesh, or the tools of Kubernetes, ends so, and runs by a command of its own alone. */
const endings = { mesh: ".mesh.test.ts", k8s: ".k8s.test.ts" };

/** The test files of the project, from its root: those that need the mesh's servers, those of Kubernetes, all others. */
export function testFiles(kind: keyof typeof endings | "plain"): string[] {
  const files = globSync("{packages,services,edge,solo,mesh,clients,tools,load}/**/*.test.ts", {
    cwd: root,
    exclude: (path) => path === "node_modules" || path.endsWith("/node_modules") || path.endsWith("/dist"),
  });
  const kindOf = (file: string) =>
    (["mesh", "k8s"] as const).find((each) => file.endsWith(endings[each])) ?? "plain";
  return files.filter((file) => kindOf(file) === kind).toSorted();
}

/**
 * Runs test files under `node --test`, one PostgreSQL serving them all.
 *
 * @param flags for `node --test`
 * @returns the exit code
 */
export async function runTests(files: readonly string[], flags: readonly string[]): Promise<number> {
  // What tests start has another end than these tests: tools/bootstrap.js means us alone with them.
  const { FINFLOW_BOOTSTRAP_PID: _pid, FINFLOW_STARTED_AT: _time, ...environment } = process.env;
  const postgres = await startTestServer();
  const child = spawn(process.execPath, ["--test", ...flags, ...files], {
    cwd: root,
    stdio: "inherit",
    env: { ...environment, [sharedServerVariable]: JSON.stringify(postgres.config) },
  });
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => child.kill(signal));
  const [code] = (await once(child, "exit")) as [number | null];
  await postgres.stop();
  return code ?? 1;
}
