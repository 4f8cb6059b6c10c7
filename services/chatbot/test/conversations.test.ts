import { after, before, test } from "node:test";
import { assertTablesMatch } from "@finflow/postgres/assert-tables-match";
import * as bookkeeping from "@finflow/projection/tables";
import * as tables from "../src/adapters/tables.ts";
import { conversationsContract } from "./conversations.contract.ts";
import { runChatbot } from "./running-service.ts";

conversationsContract("PostgreSQL", () => runChatbot(() => new Date()));

let running: Awaited<ReturnType<typeof runChatbot>>;
before(async () => {
  running = await runChatbot(() => new Date());
});
after(() => running?.close());

test("the tables are those that the code says", () =>
  assertTablesMatch(running.pool, [...Object.values(tables), ...Object.values(bookkeeping)]));
