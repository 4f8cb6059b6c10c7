import { randomInt } from "node:crypto";
import { connect, createServer, type Server } from "node:net";

/**
 * Below the ports that systems give to outgoing connections (Linux: from 32768, others: from 49152): one of those may
 * take a port between its choice here and the server's start, or while a server is down and about to come back.
 */
const range = { from: 15_000, to: 32_000 };

/** Free ports of the loopback address, all different; whoever binds first has them. */
export async function freePorts(count: number): Promise<number[]> {
  const held: { port: number; server: Server }[] = [];
  while (held.length < count) {
    const port = randomInt(range.from, range.to);
    const server = await holding(port);
    if (server) held.push({ port, server });
  }
  await Promise.all(held.map(({ server }) => new Promise((resolve) => server.close(resolve))));
  return held.map(({ port }) => port);
}

/** Nothing when somebody has the port. */
function holding(port: number): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) =>
      error.code === "EADDRINUSE" ? resolve(undefined) : reject(error),
    );
    server.listen(port, "127.0.0.1", () => resolve(server));
  });
}

/** Whether something accepts connections there. */
export function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    const done = (answer: boolean) => () => {
      socket.destroy();
      resolve(answer);
    };
    socket.once("connect", done(true)).once("error", done(false));
  });
}

/** What a server of a line protocol answers first to a line. */
export function answerTo(port: number, line: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () => socket.write(`${line}\r\n`));
    socket.once("error", reject).once("close", () => reject(new Error(`no answer from port ${port}`)));
    socket.once("data", (data) => {
      socket.destroy();
      resolve(data.toString());
    });
  });
}
