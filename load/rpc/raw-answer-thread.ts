import { once } from "node:events";
import { parentPort } from "node:worker_threads";
import { Server } from "@grpc/grpc-js";
import { listen } from "../../packages/connect-grpc-js/test/start-grpc.ts";
import { rawPath } from "./raw-answer.ts";

const same = (bytes: Buffer) => bytes;
const answer = Buffer.from((await once(parentPort!, "message"))[0] as Uint8Array);
const server = new Server();
server.register<Buffer, Buffer>(
  rawPath,
  (_: unknown, reply: (e: null, b: Buffer) => void) => reply(null, answer),
  same,
  same,
  "unary",
);
parentPort!.postMessage(await listen(server));
