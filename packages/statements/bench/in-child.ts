import { readFileSync } from "node:fs";
import { DEFAULT_LIMITS } from "../src/child/limits.ts";
import { startChild } from "../src/child/parse-child.ts";
import { statementProgram } from "../src/child/program.ts";
import { type Usage, watchUsage } from "../src/child/usage.ts";

/** What a child of its own costs that reads one file, its start included; `megabytes` are the most that it held. */
export type Cost = { seconds: number; megabytes: number; pages: number; found: string };

/** Under the limits of any file but those of time, which a busy machine may pass. */
const limits = { ...DEFAULT_LIMITS, cpuSeconds: 120, clockSeconds: 600 };

export async function readInChild(path: string): Promise<Cost> {
  const child = startChild(statementProgram(), limits);
  const used: Usage[] = [];
  const stop = watchUsage(child.pid!, (usage) => used.push(usage));
  try {
    const { status, accounts, pages } = await child.read(readFileSync(path), { today: "2026-06-01" });
    const rows = accounts.reduce((sum, { transactions }) => sum + transactions.length, 0);
    const seconds = Math.max(...used.map(({ cpuSeconds }) => cpuSeconds));
    const bytes = Math.max(...used.map(({ residentBytes }) => residentBytes));
    return { seconds, megabytes: bytes / 1e6, pages, found: `${rows} rows, ${status}` };
  } finally {
    stop();
    child.kill();
    await child.ended;
  }
}
