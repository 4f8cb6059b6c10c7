/** Reads a file several times in one process and prints JSON: the CPU seconds of each round, and what was found. */
import { readFileSync } from "node:fs";
import { readStatement } from "../src/read-statement.ts";

const [path = "", rounds = "1"] = process.argv.slice(2);
const bytes = readFileSync(path);
const seconds: number[] = [];
let found = "";
for (let round = 0; round < Number(rounds); round++) {
  const before = process.cpuUsage();
  const { status, accounts } = await readStatement(bytes);
  const { user, system } = process.cpuUsage(before);
  seconds.push((user + system) / 1e6);
  const rows = accounts.reduce((sum, { transactions }) => sum + transactions.length, 0);
  found = `${rows} rows, ${status}`;
}
process.stdout.write(`${JSON.stringify({ seconds, found })}\n`);
