import { after, before, test } from "node:test";
import { assertTablesMatch } from "@finflow/postgres/assert-tables-match";
import { transaction } from "@finflow/postgres/transaction";
import { createPostgresProjectionStore } from "../src/postgres-projection-store.ts";
import * as tables from "../src/tables.ts";
import { type Item, itemRows, openItems, readItems } from "./items.ts";
import { projectionStoreContract } from "./projection-store.contract.ts";

projectionStoreContract("PostgreSQL", async () => {
  const { pool, openPool, close } = await openItems();
  return {
    store: (leaseSeconds) =>
      createPostgresProjectionStore<Item>(
        openPool(),
        itemRows,
        leaseSeconds === undefined ? {} : { leaseSeconds },
      ),
    run: (work) => transaction(pool, work),
    items: async (userId) => {
      const { items, stored } = await readItems(pool, userId);
      return { items: items.map(([id, amount]) => [id, amount!] as const), stored };
    },
    generations: async (userId) => {
      const { rows } = await pool.query<{ generation: number }>(
        `select generation from progress where user_id = $1
         union select generation from chunks where user_id = $1 order by 1`,
        [userId],
      );
      return rows.map(({ generation }) => generation);
    },
    close,
  };
});

let opened: Awaited<ReturnType<typeof openItems>>;
before(async () => {
  opened = await openItems();
});
after(() => opened?.close());

test("the tables are those that the code says", () => assertTablesMatch(opened.pool, Object.values(tables)));
