/**
 * A thousand people with an open connection each, who read at a fixed rate that waits for no answer; what they wait for
 * is counted from when they asked, not from when there was time to send it.
 *
 *   node tools/bootstrap.js load/users.ts [users] [requests per second] [seconds] [rows]
 */
import { Agent } from "node:http";
import { manyRows } from "@finflow/sample-statements/many-rows";
import { renderStatement } from "@finflow/sample-statements/render-statement";
import { newPerson, type Person } from "../solo/test/end-to-end/person.ts";
import { percentile, type Sent, sendRequest } from "./closed-loop.ts";
import { printMachine } from "./machine.ts";
import { openLoop } from "./open-loop.ts";
import { type RunningMesh, startRunningMesh } from "./running-mesh.ts";
import { printTable, rounded } from "./table.ts";

const [users = 1_000, perSecond = 50, seconds = 30, rows = 100] = process.argv.slice(2).map(Number);

/** How many of them have accounts and statements: each account has the connections of several people. */
const accounts = Math.min(users, 20);

/** A screenful: what the page asks for when somebody opens it, in turn. */
const paths = ["/analytics/summary", "/analytics/categories", "/analytics/monthly-expense", "/transactions"];

printMachine();
const running = await startRunningMesh();
const agents = Array.from({ length: users }, () => new Agent({ keepAlive: true, maxSockets: 1 }));
try {
  const people = await signUp(running);
  const send = async (user: number, path: string): Promise<void> => {
    const sent: Sent = { path, token: people[user % people.length]!.token };
    const status = await sendRequest(agents[user]!, running.target.url, sent);
    if (status !== 200) throw new Error(`${path} answered ${status}`);
  };
  // Everybody is connected before anything is counted.
  for (let user = 0; user < users; user++) await send(user, "/health");
  const measured: Record<string, string | number>[] = [];
  for (const rate of [perSecond / 2, perSecond, perSecond * 2]) {
    const { latencies, offered, behind } = await openLoop({
      ...{ perSecond: rate, seconds },
      // Neighbours in time are no neighbours in number, so that every connection is used.
      send: (turn) => send((turn * 7) % users, paths[turn % paths.length]!),
    });
    measured.push({
      "requests per second": rate,
      "sent per second": rounded(offered),
      "p50, ms": rounded(percentile(latencies, 50)),
      "p95, ms": rounded(percentile(latencies, 95)),
      "p99, ms": rounded(percentile(latencies, 99)),
      "most, ms": rounded(percentile(latencies, 100)),
      "under way at the end": behind,
    });
  }
  console.log(`${users} connections, ${rows} rows each, ${seconds} s at each rate:\n`);
  printTable(measured);
} finally {
  for (const agent of agents) agent.destroy();
  await running.stop();
}

async function signUp({ target }: RunningMesh): Promise<Person[]> {
  const { pdf } = await renderStatement(manyRows(rows));
  const people: Person[] = [];
  for (let at = 0; at < accounts; at += 4) {
    const more = await Promise.all(
      Array.from({ length: Math.min(4, accounts - at) }, async () => {
        const person = await newPerson(target);
        const { revision } = await person.uploaded(pdf);
        await person.figure("/analytics/summary", revision);
        return person;
      }),
    );
    people.push(...more);
  }
  return people;
}
