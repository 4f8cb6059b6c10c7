import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { describe, test } from "node:test";
import { household } from "./household.ts";
import type { Answer } from "./http.ts";
import { type Operation, operations } from "./openapi.ts";
import { newPerson, type Person } from "./person.ts";
import { small } from "./statements.ts";
import type { Target } from "./target.ts";
import type { AnswerJson } from "./wire.ts";

/** What must be said with an id for the request to be a good one otherwise. */
const bodies: Record<string, object> = {
  CompleteUpload: {},
  RetryDocument: { password: "open sesame" },
  UpdateDocument: { currency: "EUR" },
  UpdateTransaction: { category: "health" },
  UpdateAccount: { name: "Everyday" },
};

/** Variables that are no ids of a person's things. */
const exempt = new Set(["erasure_id", "file_name"]);

export function othersIds(target: () => Target): void {
  describe("another person's ids", () => {
    test("answer on every route exactly as ids that nobody has", async () => {
      const { person: owner, documents, rows } = await household(target());
      const said = await owner.send<AnswerJson>("POST", "/chatbot/ask", {
        question: "How much did I spend?",
      });
      const owned: Record<string, string> = {
        document_id: documents.current.documentId,
        transaction_id: rows[0]?.transactionId ?? "",
        account_id: documents.current.statements[0]?.accountId ?? "",
        conversation_id: said.conversationId,
        session_id: owner.session.sessionId,
        // Nobody can have made one yet.
        rule_id: randomUUID(),
      };
      const stranger = await newPerson(target());
      const routes = (await operations(target())).filter(
        ({ path, isPublic }) =>
          path.includes("{") && !isPublic && ![...exempt].some((name) => path.includes(name)),
      );
      assert.ok(routes.length >= 12, `routes with an id: ${routes.map(({ path }) => path)}`);
      for (const route of routes) {
        const variable = /\{(\w+)\}/.exec(route.path)?.[1] ?? "";
        const id = owned[variable];
        assert.ok(id, `no id to try ${route.method} ${route.path} with`);
        const theirs = await send(stranger, route, id);
        const unknown = await send(stranger, route, randomUUID());
        assert.deepEqual(theirs, unknown, `${route.method} ${route.path}`);
        assert.ok([404, 501].includes(theirs.status), `${route.method} ${route.path}: ${theirs.text}`);
      }
      const still = await owner.document(documents.current.documentId);
      assert.equal(still.status, "COMPLETED", "nothing happened to the owner's");
      await owner.get(`/chatbot/conversations/${said.conversationId}`);
      await owner.get("/v1/auth/me");
    });

    test("filter to nothing, exactly as ids that nobody has", async () => {
      const { documents } = await household(target());
      const stranger = await newPerson(target());
      await stranger.uploaded((await small()).pdf);
      const { documentId, statements } = documents.current;
      for (const path of [
        "/transactions",
        "/analytics/summary",
        "/analytics/categories",
        "/analytics/monthly-expense",
      ]) {
        for (const [name, id] of [
          ["document", documentId],
          ["account", statements[0]?.accountId],
        ] as const) {
          const of = async (value: string | undefined) => {
            const {
              asOf,
              complete: _,
              ...figures
            } = await stranger.figure<{
              asOf: string;
              complete: boolean;
              revision: number;
            }>(`${path}?${name}=${value}`, 1);
            assert.ok(Date.parse(asOf) > 0);
            return figures;
          };
          const theirs = await of(id);
          assert.deepEqual(theirs, await of(randomUUID()), `${path}?${name}`);
          assert.doesNotMatch(JSON.stringify(theirs), /GBP/, `${path}?${name}`);
        }
      }
    });

    test("in a question go on from nobody's conversation", async () => {
      const { person: owner } = await household(target());
      const { conversationId } = await owner.send<AnswerJson>("POST", "/chatbot/ask", {
        question: "How much did I spend on food?",
      });
      const stranger = await newPerson(target());
      const ask = (id: string) =>
        stranger.call("POST", "/chatbot/ask", { json: { question: "and in April?", conversationId: id } });
      const [theirs, unknown] = [await ask(conversationId), await ask(randomUUID())];
      assert.deepEqual(seen(theirs), seen(unknown));
      assert.equal(theirs.status, 404, theirs.told);
    });
  });
}

async function send(person: Person, route: Operation, id: string) {
  const json = route.bodies.includes("application/json") ? bodies[route.operationId] : undefined;
  const path = route.path.replace(/\{\w+\}/, id);
  return seen(await person.call(route.method, path, { json }));
}

/** What of an answer could tell ids apart; what differs between any two requests is left out. */
function seen({ status, headers, text }: Answer) {
  const changing = ["date", "x-request-id", "ratelimit"];
  return { status, text, headers: [...headers].filter(([name]) => !changing.includes(name)) };
}
