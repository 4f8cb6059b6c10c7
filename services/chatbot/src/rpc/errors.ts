import { Code } from "@connectrpc/connect";
import { errorTable } from "@finflow/service-host/error-table";
import type { ChatbotErrorReason } from "../domain/chatbot-error.ts";

/** What clients are told of each thing that chatbot refuses. */
export const errors = errorTable<ChatbotErrorReason>("finflow.chatbot", {
  conversation_not_found: { code: Code.NotFound, message: "there is no such conversation" },
  user_erased: { code: Code.NotFound, message: "the account was deleted" },
  bad_time_zone: invalid("timeZone", 'must be an IANA name such as "Europe/London"'),
  bad_page_token: invalid("pageToken", "is not one that this list gave: start again without it"),
  bad_question: invalid("question", "must have a word in it, and no NUL"),
  bad_character: invalid("question", "must not have the character U+0000"),
});

function invalid(field: string, description: string) {
  return {
    code: Code.InvalidArgument,
    message: `${field} ${description}`,
    violations: [{ field, description }],
  };
}
