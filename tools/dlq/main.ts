/** Lists what consumers could not take, and sends it to them again. See `usage`. */
import { parseArgs } from "node:util";
import { type Topic, topics } from "@finflow/event-log/event";
import type { EventLog, KeptDeadLetter } from "@finflow/event-log/event-log";
import { createKafkaEventLog } from "@finflow/event-log/kafka-event-log";
import { printLetters } from "./print-letters.ts";

const usage = `npm run dlq -- list [--topic TOPIC] [--user ID]
npm run dlq -- replay (--user ID | --all) [--topic TOPIC]

Lists the dead letters of Finflow's topics (the newest 1,000 of each), or replays them: the same event goes to its
topic once more, under its own source and id, and the letter is taken away. Consumers that had taken it find nothing
new in it; one that still cannot take it makes it a letter again.

Figures need no replay: a user whose message fails is marked, and rebuilt from upload within seconds; that repeats
until it works. Replay, once its cause is mended, what tells of deleted users (users.deleted, users.erased): nothing
else makes that good.

KAFKA_BROKERS names some of the brokers, as host:port,host:port.
TOPIC is one of ${topics.join(", ")}.`;

class UsageError extends Error {}

function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      topic: { type: "string" },
      user: { type: "string" },
      all: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  const [command, ...more] = positionals;
  if (values.help) return { command: "help" } as const;
  if ((command !== "list" && command !== "replay") || more.length > 0)
    throw new UsageError("say list or replay");
  const topic = topics.find((each) => each === values.topic);
  if (values.topic !== undefined && !topic) throw new UsageError(`there is no topic ${values.topic}`);
  if (command === "replay" && values.all === (values.user !== undefined))
    throw new UsageError("say whose letters to replay: --user ID or --all");
  return { command, user: values.user, wanted: topic ? [topic] : topics } as const;
}

function brokers(): string[] {
  const named = (process.env.KAFKA_BROKERS ?? "").split(",").filter((each) => each !== "");
  if (named.length === 0) throw new UsageError("KAFKA_BROKERS is not set");
  return named;
}

async function lettersOf(log: EventLog, wanted: readonly Topic[], user: string | undefined) {
  const found: KeptDeadLetter[] = [];
  for (const topic of wanted) found.push(...(await log.deadLetters(topic)));
  return found.filter(({ event }) => user === undefined || event.userId === user);
}

async function run(): Promise<void> {
  const asked = readArguments();
  if (asked.command === "help") return console.log(usage);
  const log = createKafkaEventLog({ bootstrap: brokers(), clientId: "finflow-dlq" });
  try {
    const letters = await lettersOf(log, asked.wanted, asked.user);
    if (asked.command === "list") return printLetters(letters);
    // In the order in which they failed, which is that of a user's revisions.
    for (const letter of letters.toReversed()) await log.replay(letter);
    console.log(`${letters.length} replayed`);
  } finally {
    await log.close();
  }
}

try {
  await run();
} catch (error) {
  const isUsage =
    error instanceof UsageError || (error as NodeJS.ErrnoException).code?.startsWith("ERR_PARSE");
  console.error(isUsage ? `${(error as Error).message}\n\n${usage}` : error);
  process.exitCode = isUsage ? 2 : 1;
}
