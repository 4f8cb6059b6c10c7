import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, it } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { assertTablesMatch } from "@finflow/postgres/assert-tables-match";
import { transaction } from "@finflow/postgres/transaction";
import type { Chunk } from "../src/change.ts";
import { createPostgresProjectionStore } from "../src/postgres-projection-store.ts";
import { rebuildUser, type UserStates } from "../src/rebuild.ts";
import { startRebuildLoop } from "../src/rebuild-loop.ts";
import * as tables from "../src/tables.ts";
import { type Item, itemRows, openItems, readItems } from "./items.ts";
import { createWriteModel, uploadOf, type WriteModel } from "./write-model.ts";

const never = new AbortController().signal;

describe("rebuilding one user", () => {
  let opened: Awaited<ReturnType<typeof openItems>>;
  let store: ReturnType<typeof createPostgresProjectionStore<Item>>;
  before(async () => {
    opened = await openItems();
    store = createPostgresProjectionStore(opened.pool, itemRows);
  });
  after(() => opened.close());

  const apply = async (chunks: readonly Chunk<Item>[]) => {
    for (const chunk of chunks) await transaction(opened.pool, (tx) => store.apply(tx, chunk, new Date()));
  };
  const damage = (userId: string) => transaction(opened.pool, (tx) => store.markDamaged(tx, userId));
  const erase = (userId: string) => transaction(opened.pool, (tx) => store.erase(tx, userId));
  const isDue = async (userId: string) => (await store.usersToRebuild(10_000)).includes(userId);
  const itemsOf = async (userId: string) => (await readItems(opened.pool, userId)).items;
  const rebuild = (upload: WriteModel) => rebuildUser(store, upload.stream, upload.userId, never);

  /** A user with three revisions, the second of which went to the dead-letter queue. */
  const damaged = async () => {
    const upload = createWriteModel(randomUUID());
    await apply(
      upload.commit(
        new Map([
          [0, "1"],
          [1, "2"],
          [2, "3"],
        ]),
      ),
    );
    upload.commit(
      new Map<number, Item | undefined>([
        [0, undefined],
        [3, "4"],
      ]),
    );
    await apply(upload.commit(new Map([[1, "5"]])));
    await damage(upload.userId);
    return upload;
  };

  it("has the tables that the code says", async () => {
    await assertTablesMatch(opened.pool, Object.values(tables));
  });

  it("brings back what was lost, and is complete again", async () => {
    const upload = await damaged();
    assert.notDeepEqual(await itemsOf(upload.userId), upload.living());
    assert.ok(await isDue(upload.userId));
    const broken = await store.progress(upload.userId);
    assert.deepEqual([broken.appliedRevision, broken.seenRevision, broken.damaged], [1, 3, true]);
    assert.equal(await rebuild(upload), true);
    assert.deepEqual(await itemsOf(upload.userId), upload.living());
    const whole = await store.progress(upload.userId);
    assert.deepEqual([whole.appliedRevision, whole.seenRevision, whole.damaged], [3, 3, false]);
    assert.ok(!(await isDue(upload.userId)));
  });

  it("leaves nothing of the generation before", async () => {
    const upload = await damaged();
    await rebuild(upload);
    assert.equal((await readItems(opened.pool, upload.userId)).stored, 5 - 1, "three living and a tombstone");
    for (const table of ["progress", "chunks"]) {
      const { rows } = await opened.pool.query(
        `select distinct generation from ${table} where user_id = $1 and generation <> 2`,
        [upload.userId],
      );
      assert.deepEqual(rows, [], table);
    }
  });

  it("takes live changes into both generations while the stream runs", async () => {
    const upload = await damaged();
    let seen: (string | null)[] | undefined;
    const meanwhile: UserStates<Item> = async function* (...asked) {
      for await (const piece of upload.stream(...asked)) {
        yield piece;
        if (seen) continue;
        await apply(
          upload.commit(
            new Map([
              [2, "30"],
              [4, "40"],
            ]),
          ),
        );
        seen = (await itemsOf(upload.userId)).map(([, amount]) => amount);
      }
    };
    assert.equal(await rebuildUser(store, meanwhile, upload.userId, never), true);
    assert.ok(seen?.includes("30") && seen.includes("40"), "the generation before answered with them");
    assert.deepEqual(await itemsOf(upload.userId), upload.living());
    assert.equal((await store.progress(upload.userId)).appliedRevision, 4);
  });

  it("counts for nothing once another began", async () => {
    const upload = await damaged();
    const first = (await store.beginRebuild(upload.userId))!;
    const half: Chunk<Item>["changes"] = [{ transactionId: randomUUID(), revision: 1, row: "99" }];
    assert.equal(await store.addToRebuild(first, half), true);
    assert.equal(await rebuild(upload), true);
    assert.equal(await store.addToRebuild(first, half), false);
    assert.equal(await store.finishRebuild(first, 99), false);
    assert.deepEqual(await itemsOf(upload.userId), upload.living());
    assert.equal((await store.progress(upload.userId)).appliedRevision, 3);
  });

  it("does not bring back a user who was erased meanwhile", async () => {
    const upload = await damaged();
    const meanwhile: UserStates<Item> = async function* (...asked) {
      for await (const piece of upload.stream(...asked)) {
        yield piece;
        await erase(upload.userId);
      }
    };
    assert.equal(await rebuildUser(store, meanwhile, upload.userId, never), false);
    assert.equal((await readItems(opened.pool, upload.userId)).stored, 0);
    assert.ok(!(await isDue(upload.userId)));
    assert.equal(await rebuild(upload), false, "nor later");
    await damage(upload.userId);
    assert.ok(!(await isDue(upload.userId)));
  });

  it("is still due after a stream that was cut before its head", async () => {
    const upload = await damaged();
    const before = await itemsOf(upload.userId);
    const cut: UserStates<Item> = async function* (...asked) {
      for await (const piece of upload.stream(...asked)) {
        yield piece;
        return;
      }
    };
    await assert.rejects(rebuildUser(store, cut, upload.userId, never), /before its head/);
    assert.deepEqual(await itemsOf(upload.userId), before, "what answered goes on to answer");
    assert.equal((await store.progress(upload.userId)).damaged, true);
    const patient = createPostgresProjectionStore(opened.pool, itemRows, { leaseSeconds: 0 });
    assert.equal(await rebuildUser(patient, upload.stream, upload.userId, never), true);
    assert.deepEqual(await itemsOf(upload.userId), upload.living());
  });

  it("does not forget damage that was raised meanwhile", async () => {
    const upload = await damaged();
    const meanwhile: UserStates<Item> = async function* (...asked) {
      yield* upload.stream(...asked);
      // Committed after the head was read, and lost: nothing but a second rebuild can know of it.
      upload.commit(new Map([[5, "6"]]));
      await damage(upload.userId);
    };
    assert.equal(await rebuildUser(store, meanwhile, upload.userId, never), true);
    assert.equal((await store.progress(upload.userId)).damaged, true);
    assert.ok(await isDue(upload.userId));
    assert.equal(await rebuild(upload), true);
    assert.ok(!(await isDue(upload.userId)));
    assert.deepEqual(await itemsOf(upload.userId), upload.living());
  });

  it("is left to its builder for the lease, and taken over from one that died", async () => {
    const upload = await damaged();
    const dead = createPostgresProjectionStore(opened.openPool(), itemRows, { leaseSeconds: 0.2 });
    const begun = (await dead.beginRebuild(upload.userId))!;
    await dead.addToRebuild(begun, [{ transactionId: randomUUID(), revision: 1, row: "half" }]);
    assert.ok(!(await isDue(upload.userId)), "another process would undo its work");
    while (!(await isDue(upload.userId))) await sleep(5);
    assert.equal(await rebuild(upload), true);
    assert.deepEqual(await itemsOf(upload.userId), upload.living());
    assert.equal((await readItems(opened.pool, upload.userId)).stored, 4, "nothing of the half");
  });

  it("reaches everybody who is due, whoever fails", async () => {
    const failing = await damaged();
    const others = [await damaged(), await damaged(), await damaged()];
    const byUser = new Map(others.map((upload) => [upload.userId, upload]));
    const problems: unknown[] = [];
    const loops = [1, 2].map(() =>
      startRebuildLoop<Item>({
        store,
        states: (userId, signal) => {
          const upload = byUser.get(userId);
          if (!upload) throw new Error("upload does not answer for this one");
          return upload.stream(userId, signal);
        },
        upload: uploadOf(failing, ...others),
        onProblem: (error) => problems.push(error),
        intervalMs: 10,
      }),
    );
    const left = async () =>
      (await Promise.all(others.map(({ userId }) => store.progress(userId)))).some((each) => each.damaged);
    while (await left()) await sleep(5);
    await Promise.all(loops.map((loop) => loop.stop()));
    for (const upload of others) assert.deepEqual(await itemsOf(upload.userId), upload.living());
    assert.equal((await store.progress(failing.userId)).damaged, true);
    assert.ok(problems.length > 0);
  });
});
