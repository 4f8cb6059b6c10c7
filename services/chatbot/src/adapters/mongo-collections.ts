import type { Collection, Db, Decimal128 } from "mongodb";
import type { Plan } from "../domain/plan.ts";
import type { MerchantRow } from "../merchant-row.ts";

/** A row by merchant, or the tombstone of one: then nothing but its key and revision. */
export type MerchantRowDocument = {
  /** User, generation and transaction. */
  _id: string;
  userId: string;
  generation: number;
  transactionId: string;
  revision: number;
  row?: Omit<MerchantRow, "amount"> & { amount: Decimal128 };
};

export type ConversationDocument = {
  /** User and conversation. */
  _id: string;
  userId: string;
  conversationId: string;
  title: string;
  createTime: Date;
  updateTime: Date;
  /** The last plan that was understood: what a question goes on from. */
  plan: Plan | null;
  /** How many there were ever: the number of the last one. */
  turns: number;
};

export type TurnDocument = {
  /** User, conversation and turn. */
  _id: string;
  userId: string;
  conversationId: string;
  turn: number;
  question: string;
  /** finflow.chatbot.v1.AskResponse. */
  response: Uint8Array;
  askTime: Date;
  /** AIP-155: the same request is answered once. */
  requestId?: string;
};

export type ChatbotCollections = {
  rows: Collection<MerchantRowDocument>;
  conversations: Collection<ConversationDocument>;
  turns: Collection<TurnDocument>;
};

export function chatbotCollections(db: Db): ChatbotCollections {
  return {
    rows: db.collection("merchant_rows"),
    conversations: db.collection("conversations"),
    turns: db.collection("turns"),
  };
}

/** Makes the indexes that are missing; keys begin with the user, so that they can be sharded by it. */
export async function prepareChatbot(db: Db): Promise<void> {
  const { rows, conversations, turns } = chatbotCollections(db);
  const living = { partialFilterExpression: { row: { $exists: true } } };
  await rows.createIndex({ userId: 1, generation: 1, "row.date": 1 }, living);
  await rows.createIndex({ userId: 1, generation: 1, transactionId: 1 });
  await conversations.createIndex({ userId: 1, updateTime: -1, conversationId: -1 });
  await turns.createIndex({ userId: 1, conversationId: 1, turn: 1 }, { unique: true });
  const requests = { unique: true, partialFilterExpression: { requestId: { $exists: true } } };
  await turns.createIndex({ userId: 1, requestId: 1 }, requests);
}
