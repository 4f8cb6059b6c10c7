import { connect, createServer, type Socket } from "node:net";
import { node } from "./pods.ts";

/** A pod's way to a store that listens on this machine's loopback. */
export type Way = {
  readonly port: number;
  /** Breaks off all connections, and takes none. */
  shut(): Promise<void>;
  open(): Promise<void>;
  /** Passes nothing on, and breaks nothing off, until it is let go. */
  hold(): void;
  letGo(): void;
};

export async function wayTo(target: number): Promise<Way> {
  const pairs = new Set<readonly [Socket, Socket]>();
  let isHeld = false;
  const pass = ([one, other]: readonly [Socket, Socket]) => one.pipe(other).pipe(one);
  const server = createServer((incoming) => {
    const outgoing = connect(target, "127.0.0.1");
    const pair = [incoming, outgoing] as const;
    pairs.add(pair);
    for (const socket of pair) {
      socket.on("close", () => {
        pairs.delete(pair);
        // Either end may break off; the other then ends too.
        for (const each of pair) each.destroy();
      });
      socket.on("error", () => socket.destroy());
    }
    if (!isHeld) pass(pair);
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
        for (const socket of [...pairs].flat()) socket.destroy();
      }),
    hold() {
      isHeld = true;
      for (const [one, other] of pairs) {
        one.unpipe(other);
        other.unpipe(one);
        for (const socket of [one, other]) socket.pause();
      }
    },
    letGo() {
      isHeld = false;
      for (const pair of pairs) pass(pair);
    },
  };
}
