import { inTransaction } from "@finflow/mongo/in-transaction";
import { projectionCollections } from "@finflow/projection/mongo-collections";
import { lockUser } from "@finflow/projection/mongo-lock";
import type { ClientSession, Filter, MongoClient } from "mongodb";
import type { ConversationStore, Turn } from "../conversation-store.ts";
import { ChatbotError } from "../domain/chatbot-error.ts";
import {
  type ChatbotCollections,
  type ConversationDocument,
  chatbotCollections,
} from "./mongo-collections.ts";

const longestTitle = 80;
/** Of a conversation that is read: what fits into a message beside the turns' framing. */
const mostBytes = 3_000_000;

/** Conversations in MongoDB. A turn is written under the user's lock, so that an erasure is final. */
export function createMongoConversations(client: MongoClient, databaseName: string): ConversationStore {
  const db = client.db(databaseName);
  const collections = chatbotCollections(db);
  const { conversations, turns } = collections;
  const { users } = projectionCollections(db);
  const id = (userId: string, conversationId: string) => `${userId}/${conversationId}`;
  return {
    find: async (userId, conversationId) => {
      const found = await conversations.findOne({ _id: id(userId, conversationId) });
      return found ? { plan: found.plan ?? undefined } : undefined;
    },
    answered: (userId, requestId) => answered(collections, userId, requestId),
    add: (userId, { conversationId, begins, plan, requestId, question, response, askTime }) =>
      inTransaction(client, async (session) => {
        const user = await lockUser(users, session, userId);
        if (user.erased) throw new ChatbotError("user_erased");
        const before =
          requestId === undefined ? undefined : await answered(collections, userId, requestId, session);
        if (before) return before;
        const _id = id(userId, conversationId);
        if (begins) {
          const title = [...question].slice(0, longestTitle).join("");
          const times = { createTime: askTime, updateTime: askTime };
          const head = { _id, userId, conversationId, title, plan: plan ?? null, turns: 0, ...times };
          await conversations.insertOne(head, { session });
        }
        const now = await conversations.findOneAndUpdate(
          { _id },
          { $set: { updateTime: askTime, ...(plan && { plan }) }, $inc: { turns: 1 } },
          { session, returnDocument: "after" },
        );
        if (!now) throw new ChatbotError("conversation_not_found");
        const said = { userId, conversationId, turn: now.turns, question, response, askTime };
        await turns.insertOne(
          { _id: `${_id}/${now.turns}`, ...said, ...(requestId !== undefined && { requestId }) },
          { session },
        );
        return response;
      }),
    get: async (userId, conversationId) => {
      const head = await conversations.findOne({ _id: id(userId, conversationId) });
      if (!head) return undefined;
      const said: Turn[] = [];
      let bytes = 0;
      for await (const { question, response, askTime } of turns
        .find({ userId, conversationId })
        .sort({ turn: -1 })) {
        bytes += Buffer.byteLength(question) + response.byteLength;
        if (bytes > mostBytes) break;
        said.unshift({ question, response: response, askTime });
      }
      return { ...headOf(head), turns: said };
    },
    list: async (userId, size, after) => {
      const earlier: Filter<ConversationDocument> = after
        ? {
            $or: [
              { updateTime: { $lt: after.updateTime } },
              { updateTime: after.updateTime, conversationId: { $lt: after.conversationId } },
            ],
          }
        : {};
      const found = await conversations
        .find({ userId, ...earlier })
        .sort({ updateTime: -1, conversationId: -1 })
        .limit(size)
        .toArray();
      return found.map(headOf);
    },
    remove: (userId, conversationId) =>
      inTransaction(client, (session) =>
        remove(collections, session, { userId, ...(conversationId !== undefined && { conversationId }) }),
      ),
  };
}

/** For erasing a user: under the lock that the projection's erasing holds. */
export function eraseConversations(collections: ChatbotCollections) {
  return (session: ClientSession, userId: string): Promise<void> => remove(collections, session, { userId });
}

async function remove(
  { conversations, turns }: ChatbotCollections,
  session: ClientSession,
  which: { userId: string; conversationId?: string },
): Promise<void> {
  await conversations.deleteMany(which, { session });
  await turns.deleteMany(which, { session });
}

async function answered(
  { turns }: ChatbotCollections,
  userId: string,
  requestId: string,
  session?: ClientSession,
): Promise<Uint8Array | undefined> {
  const found = await turns.findOne({ userId, requestId }, { session });
  return found ? found.response : undefined;
}

function headOf({ conversationId, title, createTime, updateTime }: ConversationDocument) {
  return { conversationId, title, createTime, updateTime };
}
