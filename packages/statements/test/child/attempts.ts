import { execFileSync } from "node:child_process";
import { createSocket } from "node:dgram";
import { lookup, resolve4 } from "node:dns/promises";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { dirname, join } from "node:path";
import { Worker } from "node:worker_threads";

const opened = (socket: ReturnType<typeof connect>) =>
  new Promise<void>((done, fail) => socket.on("connect", done).on("error", fail));

/** Everything a child must not be able to do; `word` is "port /unix/socket /a/folder". */
const DEEDS: Record<string, (port: number, socket: string, folder: string) => unknown> = {
  "read a file": () => readFileSync("/etc/passwd"),
  "read its environment": () => readFileSync("/proc/self/environ"),
  "list a folder": () => readdirSync("/"),
  "read above its code": () => readFileSync(join(dirname(import.meta.dirname), "../../../package.json")),
  "write a file": (_port, _socket, folder) => writeFileSync(join(folder, "written"), "x"),
  "write beside its code": () => writeFileSync(join(import.meta.dirname, "written"), "x"),
  "connect to loopback": (port) => opened(connect(port, "127.0.0.1")),
  "connect to a unix socket": (_port, socket) => opened(connect(socket)),
  "fetch over HTTP": (port) => fetch(`http://127.0.0.1:${port}/`),
  "listen on a port": () =>
    new Promise((done, fail) =>
      createServer()
        .on("error", fail)
        .listen(0, () => done(0)),
    ),
  "send a datagram": (port) =>
    new Promise<void>((done, fail) => {
      const socket = createSocket("udp4").on("error", fail);
      socket.send("x", port, "127.0.0.1", (error) => (error ? fail(error) : done()));
    }),
  "look up a name": () => lookup("localhost"),
  "resolve a name": () => resolve4("localhost"),
  "start a program": () => execFileSync("/bin/true"),
  "start a worker": () => new Worker("", { eval: true, execArgv: [] }),
  "load an addon": () => process.dlopen({ exports: {} }, "/lib/none.node"),
  "open the inspector": async () => (await import("node:inspector")).open(0),
  "open a database": async (_port, _socket, folder) =>
    new (await import("node:sqlite")).DatabaseSync(join(folder, "database")),
  "run a string": () => new Function("return 1")(),
  "write a report": () => {
    if (!process.report.writeReport("report.json")) throw new Error("not written");
  },
};

/** What came of each: "done", or the error's code or message. */
export async function attempts(word: string): Promise<Record<string, string>> {
  const [port, socket = "", folder = ""] = word.split(" ");
  const results: Record<string, string> = { environment: JSON.stringify(process.env) };
  for (const [name, deed] of Object.entries(DEEDS)) {
    try {
      await deed(Number(port), socket, folder);
      results[name] = "done";
    } catch (error) {
      const { code, cause, message } = error as NodeJS.ErrnoException;
      results[name] = code ?? (cause as NodeJS.ErrnoException | undefined)?.code ?? message;
    }
  }
  return results;
}
