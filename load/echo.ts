/**
 * What the adapter and the interceptors cost, beside raw grpc-js: client and server in one process.
 *
 *   node tools/bootstrap.js load/echo.ts [seconds] [rounds] [in flight]...
 */
import { printMachine } from "./machine.ts";
import { measureEcho } from "./rpc/measure-echo.ts";
import { printTable } from "./table.ts";

const [seconds = 2, rounds = 5, ...given] = process.argv.slice(2).map(Number);

printMachine();
printTable(await measureEcho({ inFlight: given.length > 0 ? given : [1, 32, 256], seconds, rounds }));
process.exit(0);
