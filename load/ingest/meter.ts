import { readFileSync } from "node:fs";

export type Spent = {
  seconds: number;
  /** Processor time of this process and of the server: on a busy machine it says more than the clock. */
  processorSeconds: number;
};

/** Clock ticks per second of /proc, the same on every Linux that Node runs on. */
const ticks = 100;

/** Starts measuring; the function tells what was spent since. */
export function startMeter(serverPid: number): () => Spent {
  const server = () => {
    const [user = 0, system = 0] = readFileSync(`/proc/${serverPid}/stat`, "utf8")
      .split(") ")[1]!
      .split(" ")
      .slice(11, 13)
      .map(Number);
    return (user + system) / ticks;
  };
  const [at, own, others] = [performance.now(), process.cpuUsage(), server()];
  return () => {
    const { user, system } = process.cpuUsage(own);
    return {
      seconds: (performance.now() - at) / 1_000,
      processorSeconds: (user + system) / 1e6 + server() - others,
    };
  };
}
