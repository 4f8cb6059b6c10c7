import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, it } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { create, toBinary } from "@bufbuild/protobuf";
import { type CallOptions, Code, ConnectError } from "@connectrpc/connect";
import { UserDeletedSchema } from "@finflow/gen/finflow/events/v1/users_pb";
import { samples } from "@finflow/sample-statements/samples";
import { readingOf } from "@finflow/test-mesh/written-statement";
import type { runChatbotOn } from "./running-service.ts";

type Running = Omit<Awaited<ReturnType<typeof runChatbotOn>>, "store">;

/** What conversations do, whatever keeps them. */
export function conversationsContract(name: string, run: () => Promise<Running>): void {
  describe(`conversations on ${name}`, () => {
    let running: Running;
    before(async () => {
      running = await run();
    });
    after(() => running.close());

    const person = async () => {
      const userId = randomUUID();
      await running.write(userId, readingOf(samples("2025-08-01")[0]!.spec));
      return { userId, call: await running.signedIn(userId) };
    };
    const ask = (
      call: CallOptions,
      question: string,
      part: { conversationId?: string; requestId?: string } = {},
    ) => running.client.ask({ question, minRevision: 1, ...part }, call);
    const isCode = (code: Code) => (error: unknown) => ConnectError.from(error).code === code;

    it("goes on from the question before, and keeps what was said", async () => {
      const { call } = await person();
      const first = await ask(call, "How much did I spend on food in June?");
      const { conversationId } = first;
      const second = await ask(call, "and in July?", { conversationId: conversationId.toUpperCase() });
      assert.equal(second.conversationId, conversationId);
      assert.equal(second.citations[0]?.source?.filter?.from, "2025-07-01");
      assert.deepEqual(second.citations[0]?.source?.filter?.category, ["food"]);
      const lost = await ask(call, "and on zzyzx?", { conversationId });
      assert.equal(lost.understood, false);
      const third = await ask(call, "and by month?", { conversationId });
      assert.match(third.answer, /by month on food in July 2025/, "what was not understood changes nothing");
      const whole = await running.client.getConversation({ conversationId }, call);
      assert.equal(whole.title, "How much did I spend on food in June?");
      assert.deepEqual(
        whole.turns.map(({ question, response }) => [question, response]),
        [
          ["How much did I spend on food in June?", first],
          ["and in July?", second],
          ["and on zzyzx?", lost],
          ["and by month?", third],
        ],
      );
    });

    it("can be read however long it grew: the latest turns that fit into a message", async () => {
      const { userId, call } = await person();
      const { conversationId } = await ask(call, "How much did I spend in total?");
      await running.grow(userId, 12_000);
      const { turns } = await running.client.getConversation({ conversationId }, call);
      assert.ok(turns.length > 100 && turns.length < 12_000, `${turns.length} turns`);
      assert.equal(turns.at(-1)?.question, "Question 12000");
      assert.equal(turns[0]?.question, `Question ${12_001 - turns.length}`);
    });

    it("lists them by use, page by page, and cuts titles at characters", async () => {
      const { call } = await person();
      const ids: string[] = [];
      for (const question of ["one", "two", "👩‍🚀".repeat(100), "four"]) {
        ids.push((await ask(call, question)).conversationId);
      }
      await ask(call, "again", { conversationId: ids[0]! });
      const listed: string[] = [];
      const titles: string[] = [];
      let pageToken = "";
      do {
        const page = await running.client.listConversations({ pageSize: 2, pageToken }, call);
        listed.push(...page.conversations.map(({ conversationId }) => conversationId));
        titles.push(...page.conversations.map(({ title }) => title));
        pageToken = page.nextPageToken;
      } while (pageToken !== "");
      assert.deepEqual(listed, [ids[0], ids[3], ids[2], ids[1]]);
      assert.equal([...titles[2]!].length, 80);
      await assert.rejects(
        running.client.listConversations({ pageToken: "nonsense" }, call),
        isCode(Code.InvalidArgument),
      );
    });

    it("answers another's conversation exactly as one that never was", async () => {
      const [owner, other] = [await person(), await person()];
      const { conversationId } = await ask(owner.call, "summary");
      const answers = async (id: string) => {
        const { client } = running;
        const calls = [
          client.getConversation({ conversationId: id }, other.call),
          client.deleteConversation({ conversationId: id }, other.call),
          ask(other.call, "summary", { conversationId: id }),
        ];
        return Promise.all(
          calls.map((call) =>
            (call as Promise<unknown>).then(
              () => assert.fail("found"),
              (error) => ConnectError.from(error).message,
            ),
          ),
        );
      };
      assert.deepEqual(await answers(conversationId), await answers(randomUUID()));
      await running.client.deleteConversations({}, other.call);
      const kept = await running.client.getConversation({ conversationId }, owner.call);
      assert.equal(kept.turns.length, 1);
    });

    it("deletes one, and all", async () => {
      const { call, userId } = await person();
      const [first, second] = [await ask(call, "summary"), await ask(call, "summary")];
      await running.client.deleteConversation({ conversationId: first.conversationId }, call);
      await assert.rejects(
        running.client.getConversation({ conversationId: first.conversationId }, call),
        isCode(Code.NotFound),
      );
      await running.client.getConversation({ conversationId: second.conversationId }, call);
      await running.client.deleteConversations({}, call);
      assert.deepEqual((await running.client.listConversations({}, call)).conversations, []);
      assert.equal(await running.turnsOf(userId), 0);
    });

    it("answers a request once, also when it comes many times at once", async () => {
      const { call, userId } = await person();
      const requestId = randomUUID();
      const answers = await Promise.all(Array.from({ length: 6 }, () => ask(call, "summary", { requestId })));
      for (const answer of answers) assert.deepEqual(answer, answers[0]);
      assert.deepEqual(await ask(call, "summary", { requestId }), answers[0]);
      const { conversations } = await running.client.listConversations({}, call);
      assert.deepEqual(
        conversations.map(({ conversationId }) => conversationId),
        [answers[0]!.conversationId],
      );
      assert.equal(await running.turnsOf(userId), 1);
      const other = await person();
      assert.notEqual(
        (await ask(other.call, "summary", { requestId })).conversationId,
        answers[0]!.conversationId,
      );
    });

    it("keeps every turn of questions asked at the same time", async () => {
      const { call } = await person();
      const { conversationId } = await ask(call, "summary");
      await Promise.all(
        Array.from({ length: 5 }, (_, n) => ask(call, `top ${n + 1} merchants`, { conversationId })),
      );
      assert.equal((await running.client.getConversation({ conversationId }, call)).turns.length, 6);
    });

    it("erases a deleted user, and takes no question of theirs again", async () => {
      const { call, userId } = await person();
      await ask(call, "top merchants");
      const deleted = toBinary(UserDeletedSchema, create(UserDeletedSchema, { userId }));
      await running.log.append([
        {
          ...{
            topic: "users.deleted",
            type: "finflow.users.deleted.v1",
            userId,
            data: deleted,
            id: randomUUID(),
          },
          ...{ source: "finflow.auth", time: new Date(), traceparent: undefined },
        },
      ]);
      const stored = async () => (await running.storedOf(userId)) > 0;
      while (await stored()) await sleep(10);
      await assert.rejects(running.client.ask({ question: "summary" }, call), isCode(Code.NotFound));
      assert.equal(await stored(), false);
    });
  });
}
