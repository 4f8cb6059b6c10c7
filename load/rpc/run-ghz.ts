import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { ghzFolder } from "./ghz-configs.ts";

const root = join(import.meta.dirname, "../..");

export type GhzRun = {
  program: string;
  config: string;
  /** Host and port. */
  at: string;
  inFlight: number;
  seconds: number;
  /** What the configuration's templates read. */
  values: Readonly<Record<string, string>>;
};

/** Milliseconds. */
export type GhzResult = { perSecond: number; p50: number; p95: number; p99: number };

type Report = {
  count: number;
  rps: number;
  latencyDistribution: { percentage: number; latency: number }[] | null;
  statusCodeDistribution: Record<string, number>;
  errorDistribution: Record<string, number>;
};

/** @throws Error for any answer but OK: what fails fast must not look fast */
export async function runGhz({ program, config, at, inFlight, seconds, values }: GhzRun): Promise<GhzResult> {
  const { stdout } = await promisify(execFile)(
    program,
    [
      ...["--config", join(ghzFolder, `${config}.json`), "--format", "json", "--duration", `${seconds}s`],
      // What is under way at the end is waited for: cut off it would count as an error.
      ...["--duration-stop", "wait", "--concurrency", String(inFlight), "--connections", "1"],
      at,
    ],
    {
      cwd: root,
      maxBuffer: 512_000_000,
      env: {
        PATH: process.env.PATH,
        ...Object.fromEntries(Object.entries(values).map(([name, value]) => [`FINFLOW_${name}`, value])),
      },
    },
  );
  const report = JSON.parse(stdout) as Report;
  const failed = report.count - (report.statusCodeDistribution.OK ?? 0);
  if (failed > 0 || report.count === 0)
    throw new Error(
      `${config} at ${at}: ${failed} of ${report.count}: ${JSON.stringify(report.errorDistribution)}`,
    );
  const latency = (percent: number) =>
    (report.latencyDistribution?.find(({ percentage }) => percentage === percent)?.latency ?? Number.NaN) /
    1e6;
  return { perSecond: report.rps, p50: latency(50), p95: latency(95), p99: latency(99) };
}
