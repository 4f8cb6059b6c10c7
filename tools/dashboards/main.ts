/** Writes Grafana's dashboards; with `--check` it fails when that would change anything. */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { grafanaDashboard } from "./dashboard.ts";
import { dashboards } from "./dashboards.ts";

const folder = join(import.meta.dirname, "../../k8s/monitoring/base/dashboards");
const stale: string[] = [];

for (const [name, dashboard] of Object.entries(dashboards)) {
  const path = join(folder, `${name}.json`);
  const text = `${JSON.stringify(grafanaDashboard(dashboard), undefined, 2)}\n`;
  if (!process.argv.includes("--check")) await writeFile(path, text);
  else if ((await readFile(path, "utf8")) !== text) stale.push(path);
}

if (stale.length > 0) {
  console.error(`not what tools/dashboards makes: ${stale.join(", ")}`);
  process.exit(1);
}
