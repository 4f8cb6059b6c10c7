import { parentPort } from "node:worker_threads";
import { serveBare } from "./bare-server.ts";

parentPort?.postMessage(await serveBare());
