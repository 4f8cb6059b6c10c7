import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, it } from "node:test";
import { transaction } from "@finflow/postgres/transaction";
import fc from "fast-check";
import type { Chunk } from "../src/change.ts";
import { freshness } from "../src/freshness.ts";
import { createPostgresProjectionStore } from "../src/postgres-projection-store.ts";
import { rebuildUser, type UserStates } from "../src/rebuild.ts";
import { type Item, itemRows, openItems, readItems } from "./items.ts";
import { createWriteModel } from "./write-model.ts";

const never = new AbortController().signal;
const revision = fc
  .array(fc.tuple(fc.nat(5), fc.option(fc.nat(99).map(String), { nil: undefined })), {
    minLength: 1,
    maxLength: 5,
  })
  .map((changes) => new Map<number, Item | undefined>(changes));

/** What may happen next, beside a page of a rebuild. */
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("commit" as const), revision }) },
  { weight: 6, arbitrary: fc.constant({ kind: "deliver" as const }) },
  { weight: 2, arbitrary: fc.constant({ kind: "lose" as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: "repeat" as const }) },
  { weight: 2, arbitrary: fc.constant({ kind: "rebuild" as const }) },
);

describe("a projection that loses things", () => {
  let opened: Awaited<ReturnType<typeof openItems>>;
  before(async () => {
    opened = await openItems();
  });
  after(() => opened.close());

  it("ends as the truth and complete, however losses and rebuilds meet", async () => {
    const { pool } = opened;
    const store = createPostgresProjectionStore(pool, itemRows, { leaseSeconds: 0 });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 30 }), async (steps) => {
        const upload = createWriteModel(randomUUID());
        const { userId } = upload;
        const waiting: Chunk<Item>[] = [];
        const delivered: Chunk<Item>[] = [];
        const apply = (chunk: Chunk<Item>) => transaction(pool, (tx) => store.apply(tx, chunk, new Date()));
        const todo = [...steps];
        const running: Promise<unknown>[] = [];
        const advance = async (): Promise<void> => {
          const next = todo.shift();
          if (next?.kind === "commit") waiting.push(...upload.commit(next.revision));
          if (next?.kind === "repeat" && delivered[0]) await apply(delivered[0]);
          // A rebuild goes on beside, and each of its pages lets another of these steps happen.
          if (next?.kind === "rebuild") running.push(rebuildUser(store, interleaved, userId, never));
          const chunk = next?.kind === "deliver" || next?.kind === "lose" ? waiting.shift() : undefined;
          if (!chunk) return;
          delivered.push(chunk);
          if (next?.kind === "deliver") return apply(chunk);
          await transaction(pool, (tx) => store.markDamaged(tx, userId));
        };
        const interleaved: UserStates<Item> = async function* (...asked) {
          for await (const piece of upload.stream(...asked)) {
            yield piece;
            await advance();
          }
        };
        while (todo.length > 0) await advance();
        for (const chunk of waiting.splice(0)) await apply(chunk);
        await Promise.all(running);
        while ((await store.usersToRebuild(10_000)).includes(userId)) {
          await rebuildUser(store, upload.stream, userId, never);
        }
        assert.deepEqual((await readItems(pool, userId)).items, upload.living());
        const progress = { ...(await store.progress(userId)), watermark: new Date() };
        assert.deepEqual(
          { ...freshness(progress, upload.head, new Date()), asOf: undefined },
          { asOf: undefined, complete: true, revision: upload.head },
        );
      }),
      { numRuns: 30 },
    );
  });
});
