import { randomUUIDv7 } from "node:crypto";
import { create, fromBinary, toBinary } from "@bufbuild/protobuf";
import { timestampFromDate } from "@bufbuild/protobuf/wkt";
import type { Client, ServiceImpl } from "@connectrpc/connect";
import type { AnalyticsService } from "@finflow/gen/finflow/analytics/v1/analytics_pb";
import {
  type AskResponse,
  AskResponseSchema,
  type ChatbotService,
} from "@finflow/gen/finflow/chatbot/v1/chatbot_pb";
import { TransactionFilterSchema } from "@finflow/gen/finflow/type/v1/transaction_filter_pb";
import type { UserRowsService } from "@finflow/gen/finflow/upload/internal/v1/user_rows_pb";
import { callAs } from "@finflow/identity/call-as";
import { requireUser } from "@finflow/identity/identity";
import type { Freshness } from "@finflow/projection/freshness";
import { analyticsTools, fields } from "../adapters/analytics-tools.ts";
import { type Answered, ask } from "../ask.ts";
import type { ConversationStore } from "../conversation-store.ts";
import { ChatbotError } from "../domain/chatbot-error.ts";
import type { Planner } from "../domain/plan.ts";
import { describeAccounts } from "../knowledge.ts";
import type { FromIndex, MerchantIndex } from "../merchant-index.ts";

export type AskDependencies = {
  planner: Planner;
  conversations: ConversationStore;
  merchants: MerchantIndex;
  analytics: Client<typeof AnalyticsService>;
  upload: Client<typeof UserRowsService>;
  clock: () => Date;
};

export function askQuestion(dependencies: AskDependencies): ServiceImpl<typeof ChatbotService>["ask"] {
  const { planner, conversations, merchants, analytics, upload, clock } = dependencies;
  return async (request, context) => {
    const { userId } = requireUser(context);
    const requestId = request.requestId || undefined;
    const before = requestId && (await conversations.answered(userId, requestId));
    if (before) return fromBinary(AskResponseSchema, before);

    const begins = request.conversationId === "";
    const conversationId = begins ? randomUUIDv7() : request.conversationId.toLowerCase();
    const conversation = begins ? { plan: undefined } : await conversations.find(userId, conversationId);
    if (!conversation) throw new ChatbotError("conversation_not_found");

    const heard: Freshness[] = [];
    const noteFresh = (fresh: Freshness): void => void heard.push(fresh);
    const call = callAs(context);
    const { minRevision } = request;
    const fromIndex = async <Value>(asked: Promise<FromIndex<Value>>): Promise<Value> => {
      const { value, fresh } = await asked;
      noteFresh(fresh);
      return value;
    };
    const reading = { minRevision, signal: context.signal };
    const answered = await ask(
      {
        planner,
        tools: {
          ...analyticsTools(analytics, call, minRevision, noteFresh),
          merchants: (filter, limit) => fromIndex(merchants.top(userId, filter, limit, reading)),
        },
        accounts: async () => describeAccounts((await upload.listUserAccounts({ userId }, call)).accounts),
        lastRow: () => fromIndex(merchants.lastRow(userId, reading)),
      },
      { question: request.question, timeZone: request.timeZone, now: clock(), previous: conversation.plan },
    );
    const response = write(answered, conversationId, heard);
    const stands = await conversations.add(userId, {
      ...{ conversationId, begins, requestId, plan: answered.plan },
      question: request.question,
      response: toBinary(AskResponseSchema, response),
      askTime: clock(),
    });
    return fromBinary(AskResponseSchema, stands);
  };
}

function write(answered: Answered, conversationId: string, heard: readonly Freshness[]): AskResponse {
  const { text, figures, understood, suggestions } = answered;
  // As fresh as the oldest figure in it.
  const times = heard.flatMap(({ asOf }) => (asOf ? [asOf] : [])).sort((a, b) => +a - +b);
  return create(AskResponseSchema, {
    ...{ conversationId, understood, suggestions },
    answer: text,
    citations: figures.map(({ label, value, unit, source: { rpc, filter, transactionIds } }) => ({
      ...{ label, value, unit },
      source: { rpc, transactionIds, filter: create(TransactionFilterSchema, fields(filter)) },
    })),
    asOf: times[0] && timestampFromDate(times[0]),
    complete: heard.every(({ complete }) => complete),
    revision: Math.min(...heard.map(({ revision }) => revision)),
  });
}
