import type { ReadLimits } from "./limits.ts";
import type { ChildProgram } from "./program.ts";

/**
 * What the kernel enforces even when the parent is gone or busy: no memory image and no files, processor
 * time and writable memory (both above what the parent looks for: the time covers loading the code, and of
 * the memory Node reserves 0.6 GB for each thread that it never touches). `env -i`, because shells export variables of
 * their own. A limit that a system lacks, or that is tighter already, is left as it is.
 */
const SHELL = [
  "{ ulimit -c 0; ulimit -f 0; ulimit -S -t $1; ulimit -H -t $2; ulimit -d $3; } 2>/dev/null",
  "shift 3",
  'exec /usr/bin/env -i "$@"',
].join("; ");

/** Arguments for /bin/sh that run a program under this Node, able to read its own code and nothing else. */
export function sandboxed(program: ChildProgram, limits: ReadLimits): string[] {
  const seconds = Math.ceil(limits.cpuSeconds) + 3;
  const reserved = 1024 * 1024 * (1 + (program.threads ?? 0));
  const dataKilobytes = Math.ceil(limits.memoryBytes / 1024) + reserved;
  return [
    ...["-c", SHELL, "sh", String(seconds), String(seconds + 1), String(dataKilobytes)],
    // The library that draws pages asks where its user lives, which throws for one that the system does not list.
    ...(program.nativeCode ? ["HOME=/nonexistent"] : []),
    // glibc keeps free memory for each of Node's own threads apart, of which one thread of ours has little use: 15 MB.
    ...(program.threads ? [] : ["MALLOC_ARENA_MAX=1"]),
    process.execPath,
    // Denies files, network, child processes, workers, addons and the inspector, unless allowed below.
    "--permission",
    // Threads are under the same permissions.
    ...(program.threads ? ["--allow-worker"] : []),
    ...(program.nativeCode ? ["--allow-addons"] : []),
    ...program.readable.map((path) => `--allow-fs-read=${path}`),
    // SQLite opens files past the permission model.
    "--no-experimental-sqlite",
    "--disallow-code-generation-from-strings",
    `--max-old-space-size=${Math.floor((limits.memoryBytes * 0.8) / 1e6)}`,
    // A child reads one file: what V8's last compiler gains in that time is less than the quarter of all that it costs.
    ...(program.threads ? [] : ["--no-opt"]),
    // Of what is read nearly all lives until the end, so that more room for the young makes no less work, but 25 MB.
    ...(program.threads ? [] : ["--max-semi-space-size=8"]),
    program.entry,
  ];
}
