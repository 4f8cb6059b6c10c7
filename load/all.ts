/**
 * Everything that is measured of the mesh, one after the other, each in a process of its own: about a quarter of an hour.
 *
 *   npm run load [-- name...]
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

const measurements: Record<string, string[]> = {
  echo: ["1", "5"],
  rpc: ["1", "300"],
  users: ["1000", "50", "20"],
  "event-lag": ["15", "50", "100", "500", "1000"],
  ingest: ["30000", "200", "3"],
  "rows-of-user": ["1"],
  capacity: [],
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !Object.hasOwn(measurements, name));
if (unknown.length > 0) throw new Error(`nothing is called ${unknown.join(", ")}`);

const failed: string[] = [];
for (const [name, args] of Object.entries(measurements)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const begun = performance.now();
  console.log(`\n## ${name}\n`);
  const child = spawn(process.execPath, [join(import.meta.dirname, `${name}.ts`), ...args], {
    stdio: "inherit",
  });
  const [code] = (await once(child, "exit")) as [number | null];
  if (code !== 0) failed.push(name);
  console.log(
    `\n${name}: ${code === 0 ? "took" : "FAILED after"} ${Math.round((performance.now() - begun) / 1_000)} s`,
  );
}
if (failed.length > 0) throw new Error(`not measured: ${failed.join(", ")}`);
