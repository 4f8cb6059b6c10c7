import { Code } from "@connectrpc/connect";
import { isMongoUnavailable } from "@finflow/mongo/mongo-failure";
import { isUnavailable } from "@finflow/postgres/postgres-failure";
import { errorTable, joinErrorTables } from "@finflow/service-host/error-table";
import { storeErrors } from "@finflow/service-host/store-errors";
import type { ChatbotErrorReason } from "../domain/chatbot-error.ts";

/** What clients are told of each thing that chatbot refuses. */
const domainErrors = errorTable<ChatbotErrorReason>("finflow.chatbot", {
  conversation_not_found: { code: Code.NotFound, message: "there is no such conversation" },
  user_erased: { code: Code.NotFound, message: "the account was deleted" },
  bad_time_zone: invalid("timeZone", 'must be an IANA name such as "Europe/London"'),
  bad_page_token: invalid("pageToken", "is not one that this list gave: start again without it"),
  bad_question: invalid("question", "must have a word in it, and no NUL"),
});

/** Its store is PostgreSQL in one process with all others, and MongoDB in the mesh. */
const isAway = (error: unknown) => isUnavailable(error) || isMongoUnavailable(error);

export const errors = joinErrorTables(
  domainErrors,
  storeErrors("finflow.chatbot", "conversations cannot be reached at the moment", isAway),
);

function invalid(field: string, description: string) {
  return {
    code: Code.InvalidArgument,
    message: `${field} ${description}`,
    violations: [{ field, description }],
  };
}
