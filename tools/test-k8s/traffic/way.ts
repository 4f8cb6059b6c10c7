import { connect, createServer, type Socket } from "node:net";
import { node } from "./pods.ts";

/** A pod's way to a store that listens on this machine's loopback, which can be shut. */
export type Way = { readonly port: number; shut(): Promise<void>; open(): Promise<void> };

export async function wayTo(target: number): Promise<Way> {
  const sockets = new Set<Socket>();
  const server = createServer((incoming) => {
    const outgoing = connect(target, "127.0.0.1");
    for (const socket of [incoming, outgoing]) {
      sockets.add(socket);
      socket.on("close", () => sockets.delete(socket));
      // Either end may break off; the other then ends too.
      socket.on("error", () => socket.destroy());
    }
    incoming.pipe(outgoing).pipe(incoming);
  });
  const listen = (port: number) =>
    new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(port, node, resolve);
    });
  await listen(0);
  const { port } = server.address() as { port: number };
  server.unref();
  return {
    port,
    open: () => listen(port),
    shut: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
