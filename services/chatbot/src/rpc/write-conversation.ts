import { create } from "@bufbuild/protobuf";
import { timestampFromDate } from "@bufbuild/protobuf/wkt";
import { type Conversation, ConversationSchema } from "@finflow/gen/finflow/chatbot/v1/chatbot_pb";
import type { ConversationHead } from "../conversation-store.ts";

/** A conversation without its turns, as lists show it. */
export function writeConversation(head: ConversationHead): Conversation {
  return create(ConversationSchema, {
    conversationId: head.conversationId,
    title: head.title,
    createTime: timestampFromDate(head.createTime),
    updateTime: timestampFromDate(head.updateTime),
  });
}
