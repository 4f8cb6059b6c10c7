import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, it } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { migrationsFolder } from "@finflow/event-log/migrations";
import { createPostgresEventLog } from "@finflow/event-log/postgres-event-log";
import { dropEvents } from "@finflow/event-log/prune-log";
import { migrate } from "@finflow/postgres/migrate";
import { transaction } from "@finflow/postgres/transaction";
import type { Chunk } from "../src/change.ts";
import { damageUsers } from "../src/compare-users.ts";
import { comparedStore } from "../src/postgres-distrust.ts";
import { createPostgresProjectionStore } from "../src/postgres-projection-store.ts";
import { postgresTransactions } from "../src/postgres-transactions.ts";
import { startProjector } from "../src/projector.ts";
import { startRebuildLoop } from "../src/rebuild-loop.ts";
import { rowsTopic } from "../src/rows-topic.ts";
import { eventOf } from "./item-events.ts";
import { type Item, itemRows, openItems, readItems } from "./items.ts";
import { createWriteModel, uploadOf, type WriteModel } from "./write-model.ts";

const never = new AbortController().signal;
const one = (amount: Item | undefined) => new Map([[0, amount]]);

describe("rebuilding everybody", () => {
  let opened: Awaited<ReturnType<typeof openItems>>;
  before(async () => {
    opened = await openItems();
  });
  after(() => opened.close());

  /** A read model and a log of a test's own, and the users upload has. */
  const open = async (models: WriteModel[]) => {
    const pool = opened.openPool(await opened.createDatabase("items"));
    await migrate(pool, new URL("./migrations/", import.meta.url));
    const events = opened.openPool(await opened.createDatabase("events"));
    await migrate(events, migrationsFolder);
    const log = createPostgresEventLog({ pool: events, onProblem: () => {}, pollMs: 10 });
    const store = createPostgresProjectionStore(pool, itemRows);
    const problems: unknown[] = [];
    const onProblem = (error: unknown) => problems.push(error);
    const upload = uploadOf(...models);
    const byUser = new Map(models.map((model) => [model.userId, model]));
    return {
      ...{ pool, events, log, store, problems, upload },
      publish: (chunks: readonly Chunk<Item>[]) => log.append(chunks.map(eventOf)),
      progress: (model: WriteModel) => store.progress(model.userId),
      items: async (model: WriteModel) => (await readItems(pool, model.userId)).items,
      damaged: async () =>
        (await pool.query<{ id: string }>("select user_id as id from users where damage > 0")).rows
          .map(({ id }) => id)
          .sort(),
      startProjector: (users = upload) =>
        startProjector({
          ...{ service: "items", log, store, upload: users, onProblem },
          transactions: postgresTransactions(pool),
          readRow: ({ amount }) => amount?.amount ?? "",
        }),
      startLoop: () =>
        startRebuildLoop<Item>({
          ...{ store, upload, onProblem, intervalMs: 5 },
          states: (userId, signal) => (byUser.get(userId) ?? createWriteModel(userId)).stream(userId, signal),
        }),
    };
  };

  const until = async (holds: () => Promise<boolean>) => {
    while (!(await holds())) await sleep(5);
  };

  it("takes those that differ, and no erased one, over any number of pages", async () => {
    const models = Array.from({ length: 7 }, () => createWriteModel(randomUUID())).sort((a, b) =>
      a.userId < b.userId ? -1 : 1,
    );
    const [equal, behind, ahead, unknown, erased, unlisted, empty] = models as [WriteModel, ...WriteModel[]];
    const model = await open(models.filter((each) => each !== unlisted));
    const apply = (chunks: readonly Chunk<Item>[]) =>
      transaction(model.pool, async (tx) => {
        for (const chunk of chunks) await model.store.apply(tx, [{ chunk, committed: new Date() }]);
      });
    for (const each of [equal, behind, ahead, erased, unlisted]) await apply(each!.commit(one("1")));
    behind!.commit(one("2"));
    unknown!.commit(one("1"));
    await apply([{ ...createWriteModel(ahead!.userId).commit(one("9"))[0]!, revision: 2 }]);
    await transaction(model.pool, (tx) => model.store.erase(tx, erased!.userId));
    const ids = (...expected: (WriteModel | undefined)[]) => expected.map((each) => each!.userId).sort();
    const found = async (distrust: Parameters<typeof damageUsers>[2]) => {
      await model.pool.query("update users set damage = 0");
      await damageUsers(comparedStore(model.pool), model.upload, distrust, never);
      return model.damaged();
    };
    assert.deepEqual(await found("different"), ids(behind, ahead, unknown, unlisted));
    assert.deepEqual(await found("ahead"), ids(ahead, unlisted));
    assert.deepEqual(await found("every"), ids(equal, behind, ahead, unknown, unlisted));
    assert.ok(!(await model.damaged()).includes(empty!.userId), "who never had a row has nothing to rebuild");
    await model.log.close();
  });

  it("brings back what a consumer missed, and takes the log up again", async () => {
    const [read, missed, late] = [1, 2, 3].map(() => createWriteModel(randomUUID())) as [
      WriteModel,
      WriteModel,
      WriteModel,
    ];
    const model = await open([read, missed, late]);
    const first = model.startProjector();
    await model.publish([...read.commit(one("1")), ...missed.commit(one("1"))]);
    await until(async () => (await model.progress(missed)).appliedRevision === 1);
    await first.stop();
    await model.publish([...missed.commit(one("2")), ...late.commit(one("3"))]);
    await dropEvents(model.events, rowsTopic);

    const second = model.startProjector();
    await until(async () => (await model.damaged()).length === 2);
    assert.deepEqual((await model.progress(read)).damaged, false, "it had everything");
    assert.deepEqual((await model.progress(late)).damaged, true, "nobody had heard of it");
    const loop = model.startLoop();
    await until(async () => (await model.damaged()).length === 0);
    for (const each of [read, missed, late]) assert.deepEqual(await model.items(each), each.living());
    await model.publish(read.commit(one("5")));
    await until(async () => (await model.progress(read)).appliedRevision === 2);
    assert.deepEqual(await model.items(read), read.living());
    await loop.stop();
    await second.stop();
    await model.log.close();
  });

  it("keeps no position before everybody was compared", async () => {
    const user = createWriteModel(randomUUID());
    const model = await open([user]);
    await model.publish(user.commit(one("1")));
    await dropEvents(model.events, rowsTopic);
    let asked = 0;
    const failing = {
      listUsers: async () => {
        asked += 1;
        throw new Error("upload does not answer");
      },
    };
    const killed = model.startProjector(failing);
    await until(async () => asked > 1);
    await killed.stop();
    const { rowCount } = await model.pool.query("select from consumer_positions where topic = $1", [
      rowsTopic,
    ]);
    assert.equal(rowCount, 0);
    const again = model.startProjector();
    await until(async () => (await model.progress(user)).damaged);
    await again.stop();
    await model.log.close();
  });

  it("notices at its start that upload went back, and follows it from there", async () => {
    const before = createWriteModel(randomUUID());
    const model = await open([before]);
    const projector = model.startProjector();
    await model.publish([...before.commit(one("1")), ...before.commit(one("2")), ...before.commit(one("3"))]);
    await until(async () => (await model.progress(before)).appliedRevision === 3);
    await projector.stop();

    // Its backup knew one revision; then something else was stored as the second.
    const restored = createWriteModel(before.userId);
    restored.commit(one("1"));
    const upload = uploadOf(restored);
    const loop = startRebuildLoop<Item>({
      ...{ store: model.store, states: restored.stream, upload, intervalMs: 5 },
      onProblem: (error) => model.problems.push(error),
    });
    await until(async () => (await model.progress(before)).appliedRevision === 1);
    assert.deepEqual(await model.items(restored), restored.living());
    const following = model.startProjector(upload);
    await model.publish(restored.commit(one("20")));
    await until(async () => (await model.progress(before)).appliedRevision === 2);
    assert.deepEqual(await model.items(restored), restored.living());
    assert.deepEqual(model.problems, []);
    await following.stop();
    await loop.stop();
    await model.log.close();
  });

  it("loses nothing that is committed while everybody is rebuilt", async () => {
    const models = Array.from({ length: 5 }, () => createWriteModel(randomUUID()));
    const model = await open(models);
    const projector = model.startProjector();
    const loops = [model.startLoop(), model.startLoop()];
    for (let round = 1; round <= 20; round++) {
      for (const each of models) {
        await model.publish(each.commit(new Map([[round, round % 3 === 0 ? undefined : String(round)]])));
      }
      if (round % 4 === 0) await damageUsers(model.store, model.upload, "every", never);
    }
    await until(async () =>
      (await Promise.all(models.map(model.progress))).every(
        ({ appliedRevision, damaged }) => appliedRevision === 20 && !damaged,
      ),
    );
    for (const each of models) assert.deepEqual(await model.items(each), each.living());
    assert.deepEqual(model.problems, []);
    await Promise.all([projector, ...loops].map((part) => part.stop()));
    await model.log.close();
  });
});
