import { readFileSync } from "node:fs";
import { DEFAULT_LIMITS, type ReadLimits, SCAN_LIMITS } from "../src/child/limits.ts";
import { startChild } from "../src/child/parse-child.ts";
import { scanProgram, statementProgram } from "../src/child/program.ts";
import { type Usage, watchUsage } from "../src/child/usage.ts";

/** What a child of its own costs that reads one file, its start included; `megabytes` are the most that it held. */
export type Cost = {
  seconds: number;
  clockSeconds: number;
  megabytes: number;
  pages: number;
  found: string;
};

/** Those of any file but of time, which a busy machine may pass. */
const widened = { cpuSeconds: 300, clockSeconds: 600 };

export function readInChild(path: string): Promise<Cost> {
  return costOf(path, statementProgram(), { ...DEFAULT_LIMITS, ...widened });
}

export function readScanInChild(path: string): Promise<Cost> {
  return costOf(path, scanProgram(), { ...SCAN_LIMITS, ...widened });
}

async function costOf(
  path: string,
  program: ReturnType<typeof statementProgram>,
  limits: ReadLimits,
): Promise<Cost> {
  const begun = performance.now();
  const child = startChild(program, limits);
  const used: Usage[] = [];
  const stop = watchUsage(child.pid!, (usage) => used.push(usage));
  try {
    const { status, accounts, pages } = await child.read(readFileSync(path), { today: "2026-06-01" });
    const clockSeconds = (performance.now() - begun) / 1_000;
    const rows = accounts.reduce((sum, { transactions }) => sum + transactions.length, 0);
    const seconds = Math.max(...used.map(({ cpuSeconds }) => cpuSeconds));
    const bytes = Math.max(...used.map(({ residentBytes }) => residentBytes));
    return { seconds, clockSeconds, megabytes: bytes / 1e6, pages, found: `${rows} rows, ${status}` };
  } finally {
    stop();
    child.kill();
    await child.ended;
  }
}
