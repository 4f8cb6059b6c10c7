import { MongoClient } from "mongodb";

export type MongoOptions = {
  /** Of a replica set: transactions need one. */
  url: string;
  /** Who asks, in the server's logs. */
  name: string;
  maxPoolSize?: number;
};

/**
 * Milliseconds until a store that is away, or does not answer, is an error. Callers' proxies give up a try after
 * three seconds and take the process for a dead one: what is away is said before that.
 */
const patience = { serverSelection: 2_000, connect: 2_000, socket: 30_000, checkout: 2_000 };

/**
 * One client per process. It connects by itself, again whenever it has to. What is written is acknowledged by most of
 * the replica set, on disk; reads see nothing that could be taken back.
 */
export function connectMongo({ url, name, maxPoolSize = 30 }: MongoOptions): MongoClient {
  return new MongoClient(url, {
    appName: name,
    maxPoolSize,
    serverSelectionTimeoutMS: patience.serverSelection,
    connectTimeoutMS: patience.connect,
    socketTimeoutMS: patience.socket,
    waitQueueTimeoutMS: patience.checkout,
    writeConcern: { w: "majority", journal: true },
    readConcern: { level: "majority" },
    retryWrites: true,
    retryReads: true,
    promoteBuffers: true,
    ignoreUndefined: true,
  });
}
