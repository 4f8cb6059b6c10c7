import { type CommandStartedEvent, type Document, MongoClient } from "mongodb";

export type Examined = { keys: number; documents: number };

/** A client that can tell how many keys and documents its reads make the server look at. */
export function examiningClient(url: string): {
  client: MongoClient;
  /** Of every `find` and `aggregate` that `work` sends, asked again to be explained. */
  examined: (work: () => Promise<unknown>) => Promise<Examined>;
} {
  const client = new MongoClient(url, { monitorCommands: true });
  const examined = async (work: () => Promise<unknown>): Promise<Examined> => {
    const sent: CommandStartedEvent[] = [];
    const note = (event: CommandStartedEvent) => {
      if (event.commandName === "find" || event.commandName === "aggregate") sent.push(event);
    };
    client.on("commandStarted", note);
    await work();
    client.off("commandStarted", note);
    const sum: Examined = { keys: 0, documents: 0 };
    for (const { command, databaseName } of sent) {
      const own = Object.entries(command).filter(
        ([name]) => !/^(lsid|\$.*|txnNumber|readConcern)$/.test(name),
      );
      const explained = await client
        .db(databaseName)
        .command({ explain: Object.fromEntries(own), verbosity: "executionStats" });
      sum.keys += total(explained, "totalKeysExamined");
      sum.documents += total(explained, "totalDocsExamined");
    }
    return sum;
  };
  return { client, examined };
}

/** Aggregations say it deeper inside than finds. */
function total(explained: Document, name: string): number {
  return Object.entries(explained).reduce((sum, [key, value]) => {
    if (key === name) return sum + Number(value);
    return value !== null && typeof value === "object" ? sum + total(value as Document, name) : sum;
  }, 0);
}
