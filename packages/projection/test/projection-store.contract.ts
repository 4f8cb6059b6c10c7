import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, it } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import fc from "fast-check";
import type { Chunk } from "../src/change.ts";
import { damageUsers } from "../src/compare-users.ts";
import { freshness } from "../src/freshness.ts";
import type { ProjectionStore } from "../src/projection-store.ts";
import { rebuildUser, type UserStates } from "../src/rebuild.ts";
import { startRebuildLoop } from "../src/rebuild-loop.ts";
import type { Item } from "./items.ts";
import { createWriteModel, uploadOf, type WriteModel } from "./write-model.ts";

export type OpenedStore<Tx> = {
  /** The store, as another process of the read model would open it too. */
  store: (leaseSeconds?: number) => ProjectionStore<Item, Tx>;
  run: (work: (tx: Tx) => Promise<void>) => Promise<void>;
  /** The living rows of the generation that answers, by id; and how many rows of any generation there are. */
  items: (userId: string) => Promise<{ items: (readonly [string, string])[]; stored: number }>;
  /** Of which something of the book-keeping is left. */
  generations: (userId: string) => Promise<number[]>;
  close: () => Promise<void>;
};

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

/** What every store of a read model does, run against each on its real server. */
export function projectionStoreContract<Tx>(name: string, open: () => Promise<OpenedStore<Tx>>): void {
  describe(`${name}: rebuilding one user`, () => {
    let opened: OpenedStore<Tx>;
    let store: ProjectionStore<Item, Tx>;
    before(async () => {
      opened = await open();
      store = opened.store();
    });
    after(() => opened?.close());

    const apply = async (chunks: readonly Chunk<Item>[]) => {
      for (const chunk of chunks)
        await opened.run((tx) => store.apply(tx, [{ chunk, committed: new Date() }]));
    };
    const damage = (userId: string) => opened.run((tx) => store.markDamaged(tx, userId));
    const erase = (userId: string) => opened.run((tx) => store.erase(tx, userId));
    const isDue = async (userId: string) => (await store.usersToRebuild(10_000)).includes(userId);
    const itemsOf = async (userId: string) => (await opened.items(userId)).items;
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
      assert.equal((await opened.items(upload.userId)).stored, 5 - 1, "three living and a tombstone");
      assert.deepEqual(await opened.generations(upload.userId), [2]);
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
      assert.equal((await opened.items(upload.userId)).stored, 0);
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
      const patient = opened.store(0);
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
      const dead = opened.store(0.2);
      const begun = (await dead.beginRebuild(upload.userId))!;
      await dead.addToRebuild(begun, [{ transactionId: randomUUID(), revision: 1, row: "half" }]);
      assert.ok(!(await isDue(upload.userId)), "another process would undo its work");
      while (!(await isDue(upload.userId))) await sleep(5);
      assert.equal(await rebuild(upload), true);
      assert.deepEqual(await itemsOf(upload.userId), upload.living());
      assert.equal((await opened.items(upload.userId)).stored, 4, "nothing of the half");
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

    it("raises the damage of those who are not to be trusted, and of no one else", async () => {
      const [equal, behind, ahead, unknown, unlisted, erased] = Array.from({ length: 6 }, () =>
        createWriteModel(randomUUID()),
      ) as [WriteModel, WriteModel, WriteModel, WriteModel, WriteModel, WriteModel];
      const one = (amount: string) => new Map([[0, amount]]);
      for (const each of [equal, behind, ahead, unlisted, erased]) await apply(each.commit(one("1")));
      behind.commit(one("2"));
      unknown.commit(one("1"));
      await apply([{ ...createWriteModel(ahead.userId).commit(one("9"))[0]!, revision: 2 }]);
      await erase(erased.userId);
      const known = [equal, behind, ahead, unknown, unlisted, erased];
      const damagedOf = async () =>
        (await Promise.all(known.map(async ({ userId }) => ({ userId, ...(await store.progress(userId)) }))))
          .filter((each) => each.damaged)
          .map(({ userId }) => userId)
          .sort();
      const ids = (...some: WriteModel[]) => some.map(({ userId }) => userId).sort();
      const upload = uploadOf(equal, behind, ahead, unknown, erased);
      await damageUsers(store, upload, "ahead", never);
      assert.deepEqual(await damagedOf(), ids(ahead, unlisted));
      await damageUsers(store, upload, "different", never);
      assert.deepEqual(await damagedOf(), ids(behind, ahead, unknown, unlisted));
      await damageUsers(store, upload, "every", never);
      assert.deepEqual(await damagedOf(), ids(equal, behind, ahead, unknown, unlisted));
      assert.equal(await store.isEmpty(), false);
    });
  });

  describe(`${name}: a projection that loses things`, () => {
    let opened: OpenedStore<Tx>;
    before(async () => {
      opened = await open();
    });
    after(() => opened?.close());

    it("ends as the truth and complete, however losses and rebuilds meet", async () => {
      const store = opened.store(0);
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 30 }), async (steps) => {
          const upload = createWriteModel(randomUUID());
          const { userId } = upload;
          const waiting: Chunk<Item>[] = [];
          const delivered: Chunk<Item>[] = [];
          const apply = (chunk: Chunk<Item>) =>
            opened.run((tx) => store.apply(tx, [{ chunk, committed: new Date() }]));
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
            await opened.run((tx) => store.markDamaged(tx, userId));
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
          assert.deepEqual((await opened.items(userId)).items, upload.living());
          const progress = { ...(await store.progress(userId)), watermark: new Date() };
          assert.deepEqual(
            { ...freshness(progress, upload.head, new Date()), asOf: undefined },
            { asOf: undefined, complete: true, revision: upload.head },
          );
        }),
        { numRuns: 30 },
      );
    });

    it("takes chunks of one user from many at once, and has each once", async () => {
      const upload = createWriteModel(randomUUID());
      const { userId } = upload;
      const stores = Array.from({ length: 4 }, () => opened.store());
      const chunks = Array.from({ length: 12 }, (_, n) =>
        upload.commit(new Map([[n % 6, String(n)]])),
      ).flat();
      const twice = [...chunks, ...chunks.toReversed()];
      await Promise.all(
        twice.map((chunk, n) =>
          opened.run((tx) => stores[n % 4]!.apply(tx, [{ chunk, committed: new Date() }])),
        ),
      );
      assert.deepEqual((await opened.items(userId)).items, upload.living());
      const { appliedRevision, seenRevision } = await stores[0]!.progress(userId);
      assert.deepEqual([appliedRevision, seenRevision], [12, 12]);
    });
  });
}
