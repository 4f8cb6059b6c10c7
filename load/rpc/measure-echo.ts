import { closedCalls } from "../closed-calls.ts";
import { percentile } from "../closed-loop.ts";
import { rounded } from "../table.ts";
import { adapterEcho, type EchoWay, inMemoryEcho, rawEcho, wholeEcho } from "./echo.ts";

const ways: Record<string, () => Promise<EchoWay>> = {
  "raw grpc-js": rawEcho,
  "adapter at both ends": adapterEcho,
  "all interceptors": wholeEcho,
  "in memory": inMemoryEcho,
};

/**
 * An echo of 640 bytes, client and server in this process, by each way, in turn for so many rounds: medians, so that a
 * moment's disturbance is none of the ratio.
 */
export async function measureEcho(options: {
  inFlight: readonly number[];
  seconds: number;
  rounds: number;
}): Promise<Record<string, string | number>[]> {
  const { inFlight, seconds, rounds } = options;
  const open = new Map<string, EchoWay>();
  for (const [name, start] of Object.entries(ways)) open.set(name, await start());
  const table: Record<string, string | number>[] = [];
  try {
    for (const { call } of open.values())
      await closedCalls({ inFlight: 32, seconds: 0, warmUpSeconds: 2, call });
    for (const many of inFlight) {
      const found = new Map([...open.keys()].map((name) => [name, [] as { rate: number; p99: number }[]]));
      for (let round = 0; round < rounds; round++)
        for (const [name, { call }] of open) {
          const measured = await closedCalls({ inFlight: many, seconds, warmUpSeconds: 0.2, call });
          found.get(name)!.push({ rate: measured.perSecond, p99: percentile(measured.latencies, 99) });
        }
      const median = (values: readonly number[]) =>
        percentile(
          values.toSorted((a, b) => a - b),
          50,
        );
      const rateOf = (name: string) => median(found.get(name)!.map(({ rate }) => rate));
      const yardstick = rateOf("raw grpc-js");
      for (const [name, rounds] of found)
        table.push({
          "in flight": many,
          "echo of 640 bytes": name,
          "per second": Math.round(rateOf(name)),
          "p99, ms": rounded(median(rounds.map(({ p99 }) => p99)), 2),
          "of raw": rounded(rateOf(name) / yardstick, 2),
        });
    }
  } finally {
    for (const { stop } of open.values()) await stop();
  }
  return table;
}
