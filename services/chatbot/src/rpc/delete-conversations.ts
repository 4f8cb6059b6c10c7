import type { ServiceImpl } from "@connectrpc/connect";
import type { ChatbotService } from "@finflow/gen/finflow/chatbot/v1/chatbot_pb";
import { requireUser } from "@finflow/identity/identity";
import type { ConversationStore } from "../conversation-store.ts";

export function deleteConversations(
  conversations: ConversationStore,
): ServiceImpl<typeof ChatbotService>["deleteConversations"] {
  return async (_request, context) => {
    await conversations.remove(requireUser(context).userId, undefined);
    return {};
  };
}
