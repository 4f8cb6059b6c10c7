import { type Database, database, type Transaction } from "@finflow/postgres/database";
import { transaction } from "@finflow/postgres/transaction";
import { users } from "@finflow/projection/tables";
import { and, desc, eq, getTableColumns, lte, sql } from "drizzle-orm";
import type { Pool } from "pg";
import type { ConversationStore } from "../conversation-store.ts";
import { ChatbotError } from "../domain/chatbot-error.ts";
import { conversations, turns } from "./tables.ts";

const longestTitle = 80;
/** Of a conversation that is read: what fits into a message beside the turns' framing. */
const mostBytes = 3_000_000;

/** Conversations in PostgreSQL. A turn is written under the user's lock, so that an erasure is final. */
export function createPostgresConversations(pool: Pool): ConversationStore {
  const db = database(pool);
  const one = (userId: string, conversationId: string) =>
    and(eq(conversations.userId, userId), eq(conversations.conversationId, conversationId));
  return {
    find: async (userId, conversationId) => {
      const [found] = await db
        .select({ plan: conversations.plan })
        .from(conversations)
        .where(one(userId, conversationId));
      return found && { plan: found.plan ?? undefined };
    },
    answered: (userId, requestId) => answered(db, userId, requestId),
    add: (userId, { conversationId, begins, plan, requestId, ...turn }) =>
      transaction(pool, async (tx) => {
        await tx.execute(sql`insert into users (user_id) values (${userId}) on conflict do nothing`);
        const [user] = await tx.select().from(users).where(eq(users.userId, userId)).for("update");
        if (user?.erased) throw new ChatbotError("user_erased");
        const before = requestId === undefined ? undefined : await answered(tx, userId, requestId);
        if (before) return before;
        if (begins) {
          const title = [...turn.question].slice(0, longestTitle).join("");
          const times = { createTime: turn.askTime, updateTime: turn.askTime };
          await tx.insert(conversations).values({ userId, conversationId, title, plan, ...times });
        } else {
          const set = { updateTime: turn.askTime, ...(plan && { plan }) };
          const { rowCount } = await tx.update(conversations).set(set).where(one(userId, conversationId));
          if (rowCount === 0) throw new ChatbotError("conversation_not_found");
        }
        const next = sql<number>`(select coalesce(max(turn), 0) + 1 from turns
          where user_id = ${userId} and conversation_id = ${conversationId})`;
        await tx
          .insert(turns)
          .values({ userId, conversationId, turn: next as unknown as number, requestId, ...turn });
        return turn.response;
      }),
    get: async (userId, conversationId) => {
      const [head] = await db.select().from(conversations).where(one(userId, conversationId));
      if (!head) return undefined;
      const bytes = sql<number>`sum(octet_length(${turns.question}) + octet_length(${turns.response}))
        over (order by ${turns.turn} desc)`;
      const weighed = db
        .select({ ...getTableColumns(turns), bytes: bytes.as("bytes") })
        .from(turns)
        .where(and(eq(turns.userId, userId), eq(turns.conversationId, conversationId)))
        .as("weighed");
      const said = await db
        .select({ question: weighed.question, response: weighed.response, askTime: weighed.askTime })
        .from(weighed)
        .where(lte(weighed.bytes, mostBytes))
        .orderBy(weighed.turn);
      return { ...head, turns: said };
    },
    list: (userId, size, after) =>
      db
        .select()
        .from(conversations)
        .where(
          and(
            eq(conversations.userId, userId),
            after &&
              sql`(${conversations.updateTime}, ${conversations.conversationId}) <
                (${after.updateTime.toISOString()}::timestamptz, ${after.conversationId}::uuid)`,
          ),
        )
        .orderBy(desc(conversations.updateTime), desc(conversations.conversationId))
        .limit(size),
    remove: async (userId, conversationId) => {
      const which =
        conversationId === undefined ? eq(conversations.userId, userId) : one(userId, conversationId);
      await db.delete(conversations).where(which);
    },
  };
}

async function answered(db: Database, userId: string, requestId: string): Promise<Uint8Array | undefined> {
  const [found] = await db
    .select({ response: turns.response })
    .from(turns)
    .where(and(eq(turns.userId, userId), eq(turns.requestId, requestId)));
  return found?.response;
}

/** For erasing a user: under the lock that the projection's erasing holds. */
export async function eraseConversations(tx: Transaction, userId: string): Promise<void> {
  await tx.delete(conversations).where(eq(conversations.userId, userId));
}
