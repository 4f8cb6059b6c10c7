import type { ServiceImpl } from "@connectrpc/connect";
import type { ChatbotService } from "@finflow/gen/finflow/chatbot/v1/chatbot_pb";
import { requireUser } from "@finflow/identity/identity";
import type { ConversationStore } from "../conversation-store.ts";
import { ChatbotError } from "../domain/chatbot-error.ts";

export function deleteConversation(
  conversations: ConversationStore,
): ServiceImpl<typeof ChatbotService>["deleteConversation"] {
  return async ({ conversationId }, context) => {
    const { userId } = requireUser(context);
    if (!(await conversations.find(userId, conversationId))) throw new ChatbotError("conversation_not_found");
    await conversations.remove(userId, conversationId);
    return {};
  };
}
