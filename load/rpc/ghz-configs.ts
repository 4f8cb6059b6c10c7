import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";

export type GhzConfig = {
  protoset: string;
  /** `finflow.analytics.v1.AnalyticsService/GetSummary`. */
  call: string;
  insecure: true;
  metadata?: Record<string, string>;
  data: object;
};

export const ghzFolder = join(import.meta.dirname, "../ghz");

/** ghz's configuration of every RPC, by its file's name without the ending. */
export function ghzConfigs(): Map<string, GhzConfig> {
  const files = globSync("*.json", { cwd: ghzFolder }).toSorted();
  return new Map(
    files.map((file) => [
      basename(file, ".json"),
      JSON.parse(readFileSync(join(ghzFolder, file), "utf8")) as GhzConfig,
    ]),
  );
}

/** The name of an RPC's file: `finflow.auth.internal.v1.RevocationService/CheckSession` without what all have. */
export function configName(call: string): string {
  return call
    .replace(/^finflow\./, "")
    .replace(".v1.", ".")
    .replace("/", ".");
}
