import type { ServiceImpl } from "@connectrpc/connect";
import type { ChatbotService } from "@finflow/gen/finflow/chatbot/v1/chatbot_pb";
import { requireUser } from "@finflow/identity/identity";
import type { After, ConversationStore } from "../conversation-store.ts";
import { ChatbotError } from "../domain/chatbot-error.ts";
import { writeConversation } from "./write-conversation.ts";

const defaultPageSize = 50;

export function listConversations(
  conversations: ConversationStore,
): ServiceImpl<typeof ChatbotService>["listConversations"] {
  return async (request, context) => {
    const { userId } = requireUser(context);
    const size = request.pageSize || defaultPageSize;
    const found = await conversations.list(userId, size + 1, decode(request.pageToken));
    const shown = found.slice(0, size);
    const last = found.length > size ? shown.at(-1) : undefined;
    return { conversations: shown.map(writeConversation), nextPageToken: last ? encode(last) : "" };
  };
}

function encode({ updateTime, conversationId }: After): string {
  return Buffer.from(`${updateTime.toISOString()} ${conversationId}`).toString("base64url");
}

function decode(token: string): After | undefined {
  if (token === "") return undefined;
  const [time = "", conversationId = ""] = Buffer.from(token, "base64url").toString("utf8").split(" ");
  const updateTime = new Date(time);
  const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
  if (Number.isNaN(updateTime.getTime()) || !uuid.test(conversationId))
    throw new ChatbotError("bad_page_token");
  return { updateTime, conversationId };
}
