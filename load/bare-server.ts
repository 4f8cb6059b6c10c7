import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Worker } from "node:worker_threads";

/** A server on a thread of its own that does nothing but answer. */
export async function startBareServer(): Promise<{ url: string; stop: () => Promise<void> }> {
  const worker = new Worker(new URL("./bare-server-thread.ts", import.meta.url));
  const [port] = (await once(worker, "message")) as [number];
  return {
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      await worker.terminate();
    },
  };
}

/** Serves on a free port, which it returns. */
export async function serveBare(): Promise<number> {
  const body = JSON.stringify({ answer: "as little as one can say" });
  const server = createServer((_, response) => {
    response.writeHead(200, { "Content-Type": "application/json", "Content-Length": body.length }).end(body);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}
