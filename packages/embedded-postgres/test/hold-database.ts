/**
 * A process of its own that starts the database of a folder, says where it is as one line of JSON, and holds it
 * until told to stop on standard input or killed.
 */
import { once } from "node:events";
import { startEmbeddedPostgres } from "../src/embedded-postgres.ts";

const [folder = "", password = ""] = process.argv.slice(2);
try {
  const { databases, pid, adopted, created, stop } = await startEmbeddedPostgres({
    folder,
    password,
    databases: [
      { name: "one", password: "first", connections: 5 },
      { name: "two", password: "second", connections: 5 },
    ],
    maxConnections: 30,
  });
  console.log(JSON.stringify({ databases, pid, adopted, created }));
  process.stdin.resume();
  await once(process.stdin, "end");
  await stop();
} catch (error) {
  console.log(
    JSON.stringify({ refused: (error as { reason?: string }).reason, message: (error as Error).message }),
  );
  process.exitCode = 1;
}
