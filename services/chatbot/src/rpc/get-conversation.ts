import { create, fromBinary } from "@bufbuild/protobuf";
import { timestampFromDate } from "@bufbuild/protobuf/wkt";
import type { ServiceImpl } from "@connectrpc/connect";
import {
  AskResponseSchema,
  type ChatbotService,
  Conversation_TurnSchema,
} from "@finflow/gen/finflow/chatbot/v1/chatbot_pb";
import { requireUser } from "@finflow/identity/identity";
import type { ConversationStore } from "../conversation-store.ts";
import { ChatbotError } from "../domain/chatbot-error.ts";
import { writeConversation } from "./write-conversation.ts";

export function getConversation(
  conversations: ConversationStore,
): ServiceImpl<typeof ChatbotService>["getConversation"] {
  return async ({ conversationId }, context) => {
    const { userId } = requireUser(context);
    const found = await conversations.get(userId, conversationId);
    if (!found) throw new ChatbotError("conversation_not_found");
    const turns = found.turns.map(({ question, response, askTime }) =>
      create(Conversation_TurnSchema, {
        question,
        response: fromBinary(AskResponseSchema, response),
        askTime: timestampFromDate(askTime),
      }),
    );
    return { ...writeConversation(found), turns };
  };
}
